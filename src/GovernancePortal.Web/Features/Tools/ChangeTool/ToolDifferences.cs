using GovernancePortal.Web.Features.Tools.Registry;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Tools.ChangeTool;

/// <summary>What somebody else saved where the form says something else.</summary>
internal static class ToolDifferences
{
    public static IReadOnlyList<string> Between(ToolForm mine, ToolForm theirs)
    {
        var lines = new List<string>();
        Compare("Name", f => f.Name);
        Compare("Kind", f => ToolWords.Kind(f.Kind));
        Compare("Vendor", f => f.Vendor);
        Compare("Version", f => f.Release);
        Compare("Purpose", f => f.Purpose);
        Compare("Data it may read", f => f.Data);
        Compare("Risk tier", f => ToolWords.Risk(f.Risk));
        Compare("Autonomy", f => ToolWords.Autonomy(f.Autonomy));
        Compare("Systems it can change", f => f.Systems);
        Compare("Can change production", f => f.ProductionAccess ? "yes" : "no");
        Compare("Human gate", f => f.ProductionAccess ? f.Gate : "");
        Compare("Who holds the gate", f => f.ProductionAccess ? f.GateHolder : "");
        Compare("Owner", f => f.Owner);
        Compare("Deputy", f => f.Deputy);
        Compare("Units", f => string.Join("; ", f.Units.Select(u => Say.UnitPath(u.Label)).Order(StringComparer.Ordinal)));
        Compare("First approved day", f => f.ApprovedFrom);
        Compare("Review due", f => f.ReviewDue);
        return lines;

        void Compare(string name, Func<ToolForm, string> say)
        {
            var other = say(theirs);
            if (!say(mine).Trim().Equals(other, StringComparison.Ordinal)) lines.Add($"{name}: {(other.Length == 0 ? "nothing" : other)}");
        }
    }
}
