namespace GovernancePortal.Domain.Usage;

/// <summary>A licence that somebody holds for a tool.</summary>
public sealed class LicenceSeat
{
    public const int PlanMaxLength = 40;

    private LicenceSeat() { }

    public LicenceSeat(string tool, string login, DateTimeOffset createdAt) => (Tool, Login, CreatedAt) = (tool, login, createdAt);

    public long Id { get; private set; }

    public string Tool { get; private set; } = "";

    public string Login { get; private set; } = "";

    /// <summary>The team that gives the seat; empty when it was given directly.</summary>
    public string Team { get; private set; } = "";

    public string Plan { get; private set; } = "";

    /// <summary>Null means never used.</summary>
    public DateTimeOffset? LastActivityAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
}
