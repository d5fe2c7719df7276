using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>Whether a use figure may be shown, and why not.</summary>
public enum UseShown
{
    Yes,

    /// <summary>Nothing was measured.</summary>
    NoData,

    /// <summary>It would tell about fewer than five people, by itself or beside the figures of other units; see <see cref="UseGroups"/>.</summary>
    SmallGroup,

    /// <summary>The target is paused: no figure is shown to the team, so that none is asked of it.</summary>
    Paused,
}

/// <summary>A use figure, or the reason why there is none.</summary>
public sealed record UseReading(double? Share, UseShown Shown)
{
    /// <param name="paused">Where the user may see it while the target is paused.</param>
    internal static UseReading Of(double? share, UseGroups groups, TargetState state, UnitScope paused, int left)
    {
        if (!groups.MayTell(left)) return new(null, UseShown.SmallGroup);
        if (state == TargetState.Paused && !paused.Covers(left)) return new(null, UseShown.Paused);
        return share is null ? new(null, UseShown.NoData) : new(share, UseShown.Yes);
    }

    public string Words => Shown switch
    {
        UseShown.Yes => TargetWords.Percent(Share!.Value),
        UseShown.SmallGroup => "not shown for groups under 5",
        UseShown.Paused => "not shown while paused",
        _ => "no data",
    };
}
