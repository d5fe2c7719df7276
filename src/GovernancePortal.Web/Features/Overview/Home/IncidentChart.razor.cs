using System.Globalization;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Overview.Home;

public sealed partial class IncidentChart
{
    /// <summary>An incident of a minute is still seen.</summary>
    private const double ShortestBar = 2;

    [Parameter, EditorRequired]
    public IReadOnlyList<IncidentBar> Incidents { get; set; } = [];

    private DateOnly? WorstWeek => ExecutiveFinding.WorstWeek(Incidents)?.Monday;

    private string Spoken =>
        $"{Say.Of(Incidents.Count, "severe incident", "severe incidents")} by length, {Incidents.Count(i => i.IsAiRelated)} AI-related. "
        + string.Join(" ", Incidents.Select(i => $"{i.StartedAt:d MMM}: {i.Title}, {i.LengthWords}, {i.Cause}."));

    private IEnumerable<(IncidentBar Bar, int Y)> Rows(int height) => Incidents.Select((bar, i) => (bar, i * height));

    private double Bar(IncidentBar bar, double width) =>
        Math.Max(ShortestBar, width * bar.Length.TotalMinutes / Math.Max(1, Incidents.Max(i => i.Length.TotalMinutes)));

    private static string Short(string text, int letters) => text.Length <= letters ? text : text[..(letters - 1)] + "…";

    private static string F(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}
