using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Features.Literacy.Duties;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>A pack in words; the page and the workbook say the same.</summary>
internal static class PackWords
{
    public const string Title = "AI literacy evidence pack";

    /// <summary>What the records cannot tell about a past day.</summary>
    public static IReadOnlyList<string> Limits { get; } =
        [
            "The roster keeps no history: names of units and of owners, and who belongs to which unit, are those of the day the pack is made. Coverage that was kept on its day holds the units people belonged to then.",
            "Coverage marked “worked out” was not kept on its day. It rests on the records known by then, and on the unit, job, level, oversight duty and use of tools that are known of people now.",
            "Coverage that was kept was counted in the night with which the day began; what was recorded during the day counts from the next day on.",
            "Use of tools is counted from usage reports for the days named. A report that arrived later adds to it: the portal does not keep when each arrived.",
            "Groups of fewer than five people are not shown as a number.",
            "Two packs for the same day with the same hash say the same. When they differ, download the lines of both and compare them: the difference is in the lines.",
        ];

    public static string Standing(PackDuty duty) =>
        (duty.Standing, duty.ValidFrom) switch
        {
            (DutyStanding.InForce, { } from) => $"Valid since {Say.Day(from)}",
            (DutyStanding.ToCome, { } from) => $"Applies from {Say.Day(from)}",
            _ => "Awaiting publication",
        };

    public static string Kind(DutyKind kind) =>
        kind switch
        {
            DutyKind.Quotation => "Quoted word for word",
            DutyKind.Paraphrase => "Paraphrase, not a quotation",
            _ => "Announced; no text",
        };

    public static string Confirmed(PackDuty duty) =>
        duty.ConfirmedOn is { } on ? $"Compared with its source by {duty.ConfirmedBy} on {Say.Day(on)}" : "Not confirmed by a person yet";

    public static string People(PackTool tool) =>
        tool.People switch
        {
            null => $"Fewer than {Say.Number(PackTool.Fewest)}",
            0 => "None reported",
            { } people => Say.Count(people),
        };

    public static string NamedBy(PackTool tool)
    {
        var named = tool.Courses.ToList();
        if (tool.Requirements > 0) named.Add(Say.Of(tool.Requirements, "requirement", "requirements"));
        return named.Count == 0 ? "No course or requirement" : string.Join("; ", named);
    }

    public static string Validity(int? months) => months is { } m ? Say.Of(m, "month", "months") : "";

    public static string Refresh(PackRequirement requirement) =>
        requirement.CompletedSince is { } since ? $"{requirement.CauseWords}; taken since {Say.Day(since)}" : requirement.CauseWords;

    public static string Version(string label) => label.Length == 0 ? "any" : label;

    public static string Prepares(PackCourse course) => $"People who {CourseWords.Roles(course.Roles)}";

    public static string Owner(PackCourse course) => course.Owner ?? (course.OwnerId is null ? "Nobody named" : "Somebody who is no longer in the roster");

    public static string Result(CompletionResult result) =>
        result switch
        {
            CompletionResult.Passed => "Passed",
            CompletionResult.Failed => "Not passed",
            CompletionResult.Waived => "Waived",
            _ => "Attended",
        };

    public static string Source(string source) =>
        source switch
        {
            "session" => "Session logged by a lead",
            "self" => "Own report",
            "xapi" => "Training system, by statement",
            "import" => "Import of a file",
            "correction" => "Correction",
            "demo" => "Demo data",
            "" => "Not stated",
            _ => source,
        };

    public static string Basis(bool isKept) => isKept ? "Kept" : "Worked out";

    public static string Share(CoverageCount count) => count.Share is { } share ? Say.Percent(share) : "Nobody asked";

    /// <summary>Owners with their courses, those without an owner last.</summary>
    public static IReadOnlyList<(string Owner, string Courses)> Responsible(PackContent content) =>
        [
            .. content
                .Courses.GroupBy(c => (c.OwnerId, Owner: Owner(c)))
                .OrderBy(g => g.Key.OwnerId is null)
                .ThenBy(g => g.Key.Owner, StringComparer.Ordinal)
                .ThenBy(g => g.Key.OwnerId?.Value)
                .Select(g => (g.Key.Owner, string.Join("; ", g.Select(c => c.Name)))),
        ];
}
