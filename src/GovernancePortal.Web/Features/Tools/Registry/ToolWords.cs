using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Web.Features.Tools.Registry;

/// <summary>The register's vocabulary as pages word it.</summary>
public static class ToolWords
{
    public static IReadOnlyList<(AiToolKind Kind, string Word)> Kinds { get; } = [(AiToolKind.Tool, "Tool: people use it"), (AiToolKind.Agent, "Agent: pursues a task by itself")];

    public static IReadOnlyList<(RiskTier Risk, string Word)> Risks { get; } =
        [(RiskTier.Minimal, "Minimal: a mistake costs time"), (RiskTier.Limited, "Limited: a mistake reaches others and can be undone"), (RiskTier.High, "High: a mistake harms people or cannot be undone")];

    public static IReadOnlyList<(Autonomy Autonomy, string Word)> Autonomies { get; } =
        [(Domain.Tools.Autonomy.Suggests, "Suggests: a person does it"), (Domain.Tools.Autonomy.ActsAfterApproval, "Acts after approval: a person says yes each time"), (Domain.Tools.Autonomy.ActsAlone, "Acts alone: nobody is asked")];

    public static string Kind(AiToolKind kind) => kind == AiToolKind.Agent ? "agent" : "tool";

    public static string Risk(RiskTier risk) => risk.ToString().ToLowerInvariant();

    public static string Autonomy(Autonomy autonomy) =>
        autonomy switch
        {
            Domain.Tools.Autonomy.Suggests => "suggests",
            Domain.Tools.Autonomy.ActsAfterApproval => "acts after approval",
            _ => "acts alone",
        };
}
