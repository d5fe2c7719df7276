using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Overview.Home;

/// <summary>The sentences of the executive's home.</summary>
public static class ExecutiveFinding
{
    public static string Decisions(ExecutiveHomeData home) => home.Decisions.Count switch
    {
        0 => "Nothing waits for you.",
        1 => "One decision waits for you.",
        var n => $"{Say.Number(n, capital: true)} decisions wait for you.",
    };

    public static string? Use(ExecutiveHomeData home)
    {
        if (home.Points.Count == 0) return "No target has been proposed yet.";
        if (home.Drawn.Count == 0) return null;
        if (home.Ahead.Count == 0) return "No unit uses AI ahead of its guardrails.";

        var largest = home.Ahead[0];
        var state = largest.State == TargetState.Paused ? "is paused" : $"is {largest.StateWords.ToLowerInvariant()}";
        return home.Ahead.Count == 1
            ? $"One unit uses AI ahead of its guardrails: {largest.Unit}, which {state}."
            : $"{Say.Number(home.Ahead.Count, capital: true)} units use AI ahead of their guardrails; {largest.Unit}, the largest, {state}.";
    }

    public static string Chart(ExecutiveHomeData home)
    {
        var inStep = home.Points.Count(p => p.AllHold);
        var all = home.Points.Count > 0 ? home.Points[0].Required : 0;
        return $"{Say.Number(inStep, capital: true)} of {Say.Number(home.Points.Count)} {(inStep == 1 ? "keeps" : "keep")} all {Say.Number(all)} required guardrails. "
            + $"{Say.Number(home.Ahead.Count, capital: true)} {(home.Ahead.Count == 1 ? "is" : "are")} used by more than half {(home.Ahead.Count == 1 ? "its" : "their")} people while at least one fails.";
    }

    public static string Incidents(ExecutiveHomeData home)
    {
        var list = home.Incidents;
        var total = TimeSpan.FromTicks(list.Sum(i => i.Length.Ticks));
        var related = list.Count(i => i.IsAiRelated);
        var text = $"{Say.Number(list.Count, capital: true)} since {Say.Day(DateOnly.FromDateTime(ExecutiveHomeData.QuarterStart(home.Now).UtcDateTime))}, {(int)total.TotalHours} h {total.Minutes:00} min in all. "
            + $"{Say.Number(related, capital: true)} {(related == 1 ? "is" : "are")} AI-related";
        return WorstWeek(list) is { } week ? $"{text}, and {Say.Number(week.Count)} of them fell in the week of {week.Monday:d MMMM}." : text + ".";
    }

    /// <summary>The week with the most AI-related incidents, when it stands out.</summary>
    public static (DateOnly Monday, int Count)? WorstWeek(IReadOnlyList<IncidentBar> incidents)
    {
        const int StandsOut = 3;
        var worst = incidents.Where(i => i.IsAiRelated).CountBy(i => i.Week).OrderByDescending(w => w.Value).ThenByDescending(w => w.Key).FirstOrDefault();
        return worst.Value >= StandsOut ? (worst.Key, worst.Value) : null;
    }
}
