using System.Globalization;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Reallocation.Cases;

/// <summary>Cases in words.</summary>
internal static class CaseWords
{
    public static IReadOnlyList<(PlaceOfLaw Value, string Word)> Laws { get; } =
        [(PlaceOfLaw.UnitedStates, "United States"), (PlaceOfLaw.UnitedKingdom, "United Kingdom"), (PlaceOfLaw.Elsewhere, "Elsewhere")];

    public static string Of(PlaceOfLaw law) => Laws.First(l => l.Value == law).Word;

    public static string Of(CaseState state) => state.ToString();

    public static string Shape(CaseState state) =>
        state switch
        {
            CaseState.Published => "active",
            CaseState.Closed => "done",
            CaseState.Withdrawn => "struck",
            _ => "open",
        };

    /// <summary>What was confirmed, as in "2 months of notice, 45 days of consultation".</summary>
    public static string Notice(decimal? months, int? days)
    {
        if (months is not { } m) return "not confirmed";
        var notice = m == 0 ? "no notice" : $"{m.ToString("0.##", CultureInfo.InvariantCulture)} {(m == 1 ? "month" : "months")} of notice";
        return days is > 0 ? $"{notice}, {Say.Of(days.Value, "day", "days")} of consultation" : $"{notice}, no consultation";
    }

    /// <summary>As in "50% of the position".</summary>
    public static string Share(decimal share) => share == 1 ? "whole" : (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public static string Positions(int count) => Say.Of(count, "position", "positions");
}
