using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tools;

/// <summary>Everything that is stated about a tool or agent.</summary>
public sealed record AiToolTerms
{
    public string Name { get; init; } = "";

    public AiToolKind Kind { get; init; }

    public string Vendor { get; init; } = "";

    /// <summary>The vendor's version; empty when it has none.</summary>
    public string Release { get; init; } = "";

    public string Purpose { get; init; } = "";

    public RiskTier Risk { get; init; }

    public Autonomy Autonomy { get; init; }

    /// <summary>Names of the systems it can change, separated by commas.</summary>
    public string Systems { get; init; } = "";

    public bool ProductionAccess { get; init; }

    /// <summary>What stands between it and production; empty for nothing.</summary>
    public string Gate { get; init; } = "";

    /// <summary>Who holds the gate.</summary>
    public PersonId? GateHolder { get; init; }

    public PersonId? Owner { get; init; }

    public PersonId? Deputy { get; init; }

    /// <summary>What it may read.</summary>
    public string Data { get; init; } = "";

    /// <summary>Where it may be used: these units and everything below them.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];

    public DateOnly? ApprovedFrom { get; init; }

    public DateOnly? ReviewDue { get; init; }

    /// <summary>The same terms in the form in which they are kept: trimmed, and every system and unit once.</summary>
    public AiToolTerms Tidy() => this with
    {
        Name = Name.Trim(),
        Vendor = Vendor.Trim(),
        Release = Release.Trim(),
        Purpose = Purpose.Trim(),
        Systems = string.Join(", ", Systems.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)),
        Gate = Gate.Trim(),
        Data = Data.Trim(),
        Units = [.. Units.Distinct().OrderBy(u => u.Value)],
    };
}
