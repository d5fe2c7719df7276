namespace GovernancePortal.Domain.Knowledge;

/// <summary>Where a page stands, from the little that decides it; whoever reads many pages need not load them whole.</summary>
public static class PageStanding
{
    /// <summary>What keeps a page from being fresh whatever the day, the gravest first; fresh when nothing does.</summary>
    /// <param name="isVerified">Whether it was verified, and says for how long that counts.</param>
    /// <param name="isSameVersion">Whether the version that was seen last is the verified one.</param>
    public static PageState Of(bool isWithdrawn, bool isQuarantined, bool isVerified, bool isSameVersion)
    {
        if (isWithdrawn) return PageState.Withdrawn;
        if (isQuarantined) return PageState.Quarantined;
        if (!isVerified) return PageState.Unverified;
        return isSameVersion ? PageState.Fresh : PageState.Edited;
    }

    /// <summary>The same on a day.</summary>
    /// <param name="standing">Whatever the day; see <see cref="Of"/>.</param>
    /// <param name="due">The last day on which its verification counts.</param>
    /// <param name="isOwned">Whether its owner works here on the day.</param>
    public static PageState On(DateOnly day, PageState standing, DateOnly? due, bool isOwned)
    {
        if (standing != PageState.Fresh) return standing;
        if (day > due) return PageState.Overdue;
        return isOwned ? PageState.Fresh : PageState.Unowned;
    }
}
