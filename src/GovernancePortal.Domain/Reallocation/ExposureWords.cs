using System.Globalization;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>Says what an exposure comes to, with its figures and without a name.</summary>
public static class ExposureWords
{
    private const int MostNamed = 5;

    public static string Sentence(KnowledgeExposure exposure)
    {
        if (exposure.People == 0) return "Nobody goes, so nothing is lost.";
        var stopped = exposure.Systems.Where(s => s.Standing == ExposureStanding.Stops).Select(s => s.Name).ToList();
        if (stopped.Count == 1) return $"{stopped[0]} would have too few who know it: it is critical and has to be handed over first.";
        if (stopped.Count > 1) return $"{Count(stopped.Count)} critical systems would have too few who know them and have to be handed over first: {Named(stopped)}.";
        return exposure.IsThin ? "Nothing stops it, and some of what they know has nobody to follow." : "What they know and own, somebody who stays knows and owns as well.";
    }

    /// <summary>One line for each thing, the gravest first.</summary>
    public static IReadOnlyList<string> Lines(KnowledgeExposure exposure)
    {
        var lines = exposure.Systems.Where(s => s.Standing != ExposureStanding.Holds).Select(Line).ToList();
        if (exposure.Pages.Count > 0)
            lines.Add($"{Of(exposure.Pages.Count, "page", "pages")} of {Count(exposure.PagesOwned)} that they own would have no owner and no deputy, {Count(exposure.Pages.Count(p => p.IsCritical))} of them critical.");
        if (exposure.PagesVerified > 0) lines.Add($"They verified {Of(exposure.PagesVerified, "page", "pages")} of other owners last; somebody else verifies from then on.");
        if (exposure.Agents.Count > 0) lines.Add($"Nobody who stays would answer for {Named([.. exposure.Agents.Select(a => a.Name).Distinct(StringComparer.Ordinal)])}.");
        if (exposure.IncidentActions > 0) lines.Add($"They did {Of(exposure.IncidentActions, "thing that an incident", "things that incidents")} asked for.");
        if (exposure.Systems.Count(s => s.Standing == ExposureStanding.Holds) is > 0 and var held) lines.Add($"{Of(held, "other system keeps", "other systems keep")} {ExposedSystem.Least} holders or more.");
        return lines;
    }

    public static string Line(ExposedSystem system) => $"{system.Name} ({Weight(system.Weight)}): {Count(system.Going.Count)} of {Of(system.Before, "holder goes", "holders go")}, {(system.Staying == 0 ? "nobody" : Count(system.Staying))} {(system.Staying > 1 ? "hold" : "holds")} it afterwards{After(system)}.";

    /// <summary>By what somebody holds a system.</summary>
    public static string Sources(HoldsBy by) =>
        string.Join(", ", Enum.GetValues<HoldsBy>().Where(b => b != HoldsBy.None && by.HasFlag(b)).Select(b => b switch
        {
            HoldsBy.Roster => "roster",
            HoldsBy.SignOff => "sign-offs",
            HoldsBy.Incident => "incidents",
            _ => "handover",
        }));

    public static string Weight(SystemWeight weight) =>
        weight switch
        {
            SystemWeight.Critical => "critical",
            SystemWeight.Normal => "not critical",
            _ => "not in the register",
        };

    private static string After(ExposedSystem system) =>
        system.Standing switch
        {
            ExposureStanding.Stops => $", and it needs {Count(Math.Min(ExposedSystem.Least, system.Before))}",
            ExposureStanding.Watch when system is { Weight: SystemWeight.Critical } => ", as few as before",
            _ => "",
        };

    private static string Named(IReadOnlyList<string> names) =>
        names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {Count(names.Count - MostNamed)} more";

    private static string Of(int number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
