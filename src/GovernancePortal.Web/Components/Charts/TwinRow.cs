using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Components.Charts;

/// <summary>One row of a table beside a picture.</summary>
/// <param name="Head">What it is about.</param>
/// <param name="Cells">As many as there are columns but the first.</param>
/// <param name="Also">Another name of it.</param>
public sealed record TwinRow(string Head, IReadOnlyList<string> Cells, string? Also = null);

/// <summary>Groups in a picture.</summary>
public static class ChartGroups
{
    public const string NotShown = "not shown";

    /// <summary>Whether a group may be drawn: it is not one of people, or of enough of them that nobody can be found from it.</summary>
    public static bool IsShown(int? people) => people is not { } count || !SmallGroups.IsFew(count);
}
