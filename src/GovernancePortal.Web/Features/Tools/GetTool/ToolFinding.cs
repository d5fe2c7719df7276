using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Tools.GetTool;

/// <summary>What an entry means, in one sentence.</summary>
public static class ToolFinding
{
    public static string Of(ToolDetails tool)
    {
        if (tool.RetiredOn is { } day && day <= tool.Today) return $"It is approved nowhere since {Say.Day(day)}: {tool.RetireReason}";

        var how = tool.Terms.Autonomy == Autonomy.ActsAlone ? "It acts alone" : "It acts after approval";
        if (tool.IsUngated)
        {
            var why = tool.Terms.Gate.Length == 0 ? "nobody holds a gate in front of it" : "whoever held the gate in front of it no longer works here";
            return $"It can change production and {why}: unsupervised production access fails for every target in the units it is approved for.";
        }

        return tool.Terms switch
        {
            { Autonomy: Autonomy.Suggests } => "It suggests and changes nothing itself.",
            { ProductionAccess: true } => $"{how} and can change production, behind a gate that {tool.GateHolder!.Name} holds.",
            _ => $"{how} and cannot change production.",
        };
    }

    /// <summary>How an acceptance stands on a day.</summary>
    public static string Acceptance(NamedPerson person, DateOnly today) =>
        (person.IsHere, person.AcceptedOn) switch
        {
            (false, _) => "no longer works here",
            (_, null) => "has not accepted",
            (_, { } on) when person.CountsOn(today) => $"accepted {Say.Day(on)}",
            (_, { } on) => $"last accepted {Say.Day(on)}, over 90 days ago",
        };
}
