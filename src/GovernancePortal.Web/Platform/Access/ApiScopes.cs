namespace GovernancePortal.Web.Platform.Access;

/// <summary>What an API key may be allowed to do.</summary>
public static class ApiScopes
{
    public const string IncidentsWrite = "incidents:write";
    public const string ImportsWrite = "imports:write";
    public const string KnowledgeRead = "knowledge:read";
    public const string KnowledgeReport = "knowledge:report";
    public const string LedgerRead = "ledger:read";
    public const string TargetsRead = "targets:read";
    public const string ScenariosEvaluate = "scenarios:evaluate";

    public const string ReallocationMatch = "reallocation:match";

    public const string StatementsWrite = "statements:write";

    public const string Changes = "changes";

    /// <summary>Every scope with what it allows, in words.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ImportsWrite] = "Import rosters without pay, training, usage data, knowledge pages and incidents",
            [IncidentsWrite] = "Bring incidents that another system recorded",
            [StatementsWrite] = "Send training records as xAPI statements",
            [Changes] = "Register changes and ask the sign-off gate about them",
            [TargetsRead] = "Read targets and test guardrail policies on past data",
            [ScenariosEvaluate] = "Work out what cutting and moving people would do, with figures one brings along",
            [ReallocationMatch] = "Match people to roles and screen decisions for adverse impact, with figures one brings along",
            [KnowledgeRead] = "Read which knowledge pages agents may use",
            [KnowledgeReport] = "Tell what agents read, and which answers were wrong",
            [LedgerRead] = "Read the ledger, its proofs and checkpoints",
        };
}
