using GovernancePortal.Domain.Friction;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Friction.GetFriction;

/// <summary>Friction figures as pages word them.</summary>
public static class FrictionWords
{
    public static string Finding(FrictionView view)
    {
        if (view.Period is not { } period) return $"Nothing is told yet. The running four weeks are told from {Say.Day(view.Running.ToldFrom)} on.";
        if (view.Figure is not { } figure) return $"{view.Name}: too few people reported to show anything without showing who.";
        return $"{Say.Of(figure.People, "person", "people")} of {view.Name} reported {Say.Of(figure.Reports, "case", "cases")} of friction, {Hours(figure.Minutes)} lost, from {Say.Day(period.From)} to {Say.Day(period.To)}.";
    }

    /// <summary>As in 2.4 per 100 people who use AI.</summary>
    public static string Rate(int? reports, int? users) =>
        reports is { } n && users is > 0 and var of ? Math.Round(100.0 * n / of, 1, MidpointRounding.AwayFromZero).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) : "–";

    public static string Hours(int minutes) => minutes < 120 ? Say.Of(minutes, "minute", "minutes") : $"{Say.Count((long)Math.Round(minutes / 60.0, MidpointRounding.AwayFromZero))} hours";
}
