namespace GovernancePortal.Domain.Usage;

/// <summary>How the ledger names what can change a person, a unit or a day of use. Whoever keeps counts of use looks whether one of these came since.</summary>
public static class UseDecisions
{
    public const string Imported = "import.committed";
    public const string LoginLinked = "login.linked";
    public const string LoginNobodys = "login.nobodys";
    public const string LoginReopened = "login.reopened";

    public static IReadOnlyList<string> All { get; } = [Imported, LoginLinked, LoginNobodys, LoginReopened];
}
