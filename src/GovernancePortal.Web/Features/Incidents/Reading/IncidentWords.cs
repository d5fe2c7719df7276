using System.Globalization;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <summary>The vocabulary of incidents as pages word it.</summary>
public static class IncidentWords
{
    public static IReadOnlyList<(AiInvolvement Value, string Word)> Involvements { get; } =
        [
            (AiInvolvement.ActedOnAdvice, "A person acted on AI advice"),
            (AiInvolvement.AuthoredByAi, "AI wrote the change or the text"),
            (AiInvolvement.ActedAlone, "AI acted on its own"),
            (AiInvolvement.StaleSource, "AI passed on a stale page"),
            (AiInvolvement.NotAi, "AI had no part in it"),
            (AiInvolvement.Unknown, "Not known yet"),
        ];

    public static IReadOnlyList<(ButFor Value, string Word)> Answers { get; } =
        [
            (ButFor.WouldNotHaveHappened, "No, it would not have happened"),
            (ButFor.WouldHaveHappened, "Yes, it would have happened all the same"),
            (ButFor.Unanswered, "Not answered yet"),
        ];

    public static IReadOnlyList<(ContributingFactors Value, string Word)> Factors { get; } =
        [
            (ContributingFactors.MissingReview, "Missing review"),
            (ContributingFactors.TrainingGap, "Training gap"),
            (ContributingFactors.StalePage, "Stale page"),
            (ContributingFactors.ExcessPermission, "Excess permission"),
            (ContributingFactors.TimePressure, "Time pressure"),
            (ContributingFactors.StaffingCut, "Staffing cut"),
            (ContributingFactors.Other, "None of these"),
        ];

    public static IReadOnlyList<(int Value, string Word)> Severities { get; } =
        [(1, "1: customers cannot use what they came for"), (2, "2: an important part does not work"), (3, "3: some are hindered"), (4, "4: a nuisance")];

    public static IReadOnlyList<(IncidentLinkKind Value, string Word)> LinkKinds { get; } =
        [
            (IncidentLinkKind.Change, "Change"),
            (IncidentLinkKind.Target, "Adoption target"),
            (IncidentLinkKind.Tool, "Tool or agent"),
            (IncidentLinkKind.KnowledgePage, "Knowledge page"),
            (IncidentLinkKind.Other, "Something else"),
        ];

    public static string Involvement(AiInvolvement involvement) => Involvements.First(i => i.Value == involvement).Word;

    public static string Answer(ButFor answer) => Answers.First(a => a.Value == answer).Word;

    public static string Link(IncidentLinkKind kind) => LinkKinds.First(k => k.Value == kind).Word;

    /// <summary>Each factor that is set.</summary>
    public static IEnumerable<ContributingFactors> Each(this ContributingFactors factors) => Factors.Select(f => f.Value).Where(f => (factors & f) != ContributingFactors.None);

    /// <summary>As in "Stale page, missing review".</summary>
    public static string FactorList(ContributingFactors factors)
    {
        var words = Factors.Where(f => (factors & f.Value) != ContributingFactors.None).Select((f, i) => i == 0 ? f.Word : f.Word.ToLowerInvariant()).ToList();
        return words.Count == 0 ? "None named yet" : string.Join(", ", words);
    }

    public static string State(IncidentState state) => state switch
    {
        IncidentState.Reported => "Reported, not classified",
        IncidentState.Open => "Open",
        _ => "Closed",
    };

    /// <summary>Facts in a line, as what was corrected is shown.</summary>
    public static string Facts(IncidentFacts facts) =>
        $"{facts.Title}, severity {facts.Severity}, {Say.Time(facts.StartedAt)}{(facts.EndedAt is { } end ? $" to {Say.Time(end)}" : "")}"
        + (facts.Systems.Length > 0 ? $", {facts.Systems}" : "")
        + (facts.CustomersAffected is { } customers ? $", {Say.Count(customers)} customers" : "")
        + (facts.Loss is { } loss ? $", loss {loss.ToString("#,0.##", CultureInfo.InvariantCulture)}" : "");

    /// <summary>As in 6 h 00, or 25 min under an hour.</summary>
    public static string Length(TimeSpan length) =>
        length < TimeSpan.FromHours(1) ? $"{(int)length.TotalMinutes} min" : $"{Say.Count((long)length.TotalHours)} h {length.Minutes:00}";

    /// <summary>The time since it began, as the timeline marks it.</summary>
    public static string Since(DateTimeOffset start, DateTimeOffset at) =>
        at == start ? "minute 0" : at > start ? $"+{Length(at - start)}" : $"−{Length(start - at)}";
}
