using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tools;

/// <summary>An AI tool or agent of the register: what it is, what it can do by itself, and who answers for it.</summary>
public sealed class AiTool
{
    public const int NameMaxLength = 100;
    public const int VendorMaxLength = 100;
    public const int ReleaseMaxLength = 50;
    public const int PurposeMaxLength = 500;
    public const int SystemsMaxLength = 500;
    public const int GateMaxLength = 300;
    public const int DataMaxLength = 500;
    public const int ReasonMaxLength = 500;
    public const int MostUnits = 50;

    private readonly List<AiToolUnit> _units = [];

    private AiTool() { }

    public AiTool(AiToolId id, AiToolTerms terms, DateTimeOffset now)
    {
        (Id, AddedAt) = (id, now);
        Describe(terms);
    }

    public AiToolId Id { get; private set; }

    public string Name { get; private set; } = "";

    public AiToolKind Kind { get; private set; }

    public string Vendor { get; private set; } = "";

    public string Release { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public RiskTier Risk { get; private set; }

    public Autonomy Autonomy { get; private set; }

    public string Systems { get; private set; } = "";

    /// <summary>Whether a list of systems, as an entry keeps it, names one; case does not matter.</summary>
    public static bool MayChange(string systems, string system) => systems.Split(',', StringSplitOptions.TrimEntries).Contains(system.Trim(), StringComparer.OrdinalIgnoreCase);

    public bool ProductionAccess { get; private set; }

    public string Gate { get; private set; } = "";

    public PersonId? GateHolder { get; private set; }

    public PersonId? Owner { get; private set; }

    public PersonId? Deputy { get; private set; }

    public DateTimeOffset? OwnerAcceptedAt { get; private set; }

    public DateTimeOffset? DeputyAcceptedAt { get; private set; }

    public string Data { get; private set; } = "";

    public IReadOnlyList<AiToolUnit> Units => _units;

    public DateOnly ApprovedFrom { get; private set; }

    public DateOnly ReviewDue { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>First day on which it is no longer approved anywhere.</summary>
    public DateOnly? RetiredOn { get; private set; }

    public string RetireReason { get; private set; } = "";

    /// <summary>Counts saves; two people who change the same version are told apart by it.</summary>
    public int Version { get; private set; }

    public AiToolTerms Terms => new()
    {
        Name = Name,
        Kind = Kind,
        Vendor = Vendor,
        Release = Release,
        Purpose = Purpose,
        Risk = Risk,
        Autonomy = Autonomy,
        Systems = Systems,
        ProductionAccess = ProductionAccess,
        Gate = Gate,
        GateHolder = GateHolder,
        Owner = Owner,
        Deputy = Deputy,
        Data = Data,
        Units = [.. _units.Select(u => u.UnitId).OrderBy(u => u.Value)],
        ApprovedFrom = ApprovedFrom,
        ReviewDue = ReviewDue,
    };

    public bool IsApprovedOn(DateOnly day) => ApprovedFrom <= day && !IsRetiredOn(day);

    public bool IsRetiredOn(DateOnly day) => RetiredOn <= day;

    /// <summary>
    /// Whether it can change production with nobody in between. What it is called does not matter, and a gate that nobody holds is none.
    /// </summary>
    /// <param name="holderIsHere">Whether the holder of the gate works here.</param>
    public bool IsUngated(bool holderIsHere) => ProductionAccess && Autonomy != Autonomy.Suggests && (Gate.Length == 0 || GateHolder is null || !holderIsHere);

    /// <summary>States all of it anew. Owner and deputy who were not so before have not accepted.</summary>
    public Result Change(AiToolTerms terms, DateOnly today)
    {
        if (IsRetiredOn(today)) return AiToolErrors.Retired;

        Describe(terms);
        return Result.Success;
    }

    /// <summary>The owner or the deputy says that they answer for it; it counts for <see cref="AdoptionTarget.AcceptanceDays"/> days.</summary>
    public Result Accept(PersonId by, DateTimeOffset now)
    {
        if (IsRetiredOn(now.UtcDay())) return AiToolErrors.Retired;
        if (by != Owner && by != Deputy) return AiToolErrors.NotNamed;

        if (by == Owner) OwnerAcceptedAt = now;
        else DeputyAcceptedAt = now;
        return Result.Success;
    }

    /// <summary>Owner and deputy are named, work here and accepted within <see cref="AdoptionTarget.AcceptanceDays"/> days.</summary>
    public bool IsAnsweredForOn(DateOnly day, bool ownerIsHere, bool deputyIsHere)
    {
        return ownerIsHere && deputyIsHere && IsFresh(OwnerAcceptedAt) && IsFresh(DeputyAcceptedAt);

        bool IsFresh(DateTimeOffset? acceptedAt) => acceptedAt is { } at && day.DayNumber - at.UtcDay().DayNumber <= AdoptionTarget.AcceptanceDays;
    }

    public Result Retire(DateOnly day, string reason)
    {
        if (IsRetiredOn(day)) return AiToolErrors.Retired;

        (RetiredOn, RetireReason) = (day, reason.Trim());
        return Result.Success;
    }

    private void Describe(AiToolTerms stated)
    {
        var terms = stated.Tidy();
        ArgumentException.ThrowIfNullOrEmpty(terms.Name);
        if (terms.Owner != Owner) OwnerAcceptedAt = null;
        if (terms.Deputy != Deputy) DeputyAcceptedAt = null;
        (Name, Kind, Vendor, Release, Purpose) = (terms.Name, terms.Kind, terms.Vendor, terms.Release, terms.Purpose);
        (Risk, Autonomy, Systems, ProductionAccess) = (terms.Risk, terms.Autonomy, terms.Systems, terms.ProductionAccess);
        (Gate, GateHolder, Owner, Deputy, Data) = (terms.Gate, terms.GateHolder, terms.Owner, terms.Deputy, terms.Data);
        (ApprovedFrom, ReviewDue) = (terms.ApprovedFrom!.Value, terms.ReviewDue!.Value);
        _units.RemoveAll(u => !terms.Units.Contains(u.UnitId));
        _units.AddRange(terms.Units.Where(id => _units.TrueForAll(u => u.UnitId != id)).Select(id => new AiToolUnit(Id, id)));
    }
}

/// <summary>A unit in which a tool or agent may be used, and everything below it.</summary>
public sealed class AiToolUnit
{
    private AiToolUnit() { }

    public AiToolUnit(AiToolId toolId, UnitId unitId) => (ToolId, UnitId) = (toolId, unitId);

    public AiToolId ToolId { get; private set; }

    public UnitId UnitId { get; private set; }
}
