namespace GovernancePortal.Domain.Knowledge;

/// <summary>Where a page stands, from the little that decides it; whoever reads many pages need not load them whole.</summary>
public static class PageStanding
{
    /// <summary>What keeps a page from being fresh, the gravest first.</summary>
    /// <param name="due">The last day on which its verification counts.</param>
    /// <param name="isSameVersion">Whether the version that was seen last is the verified one.</param>
    /// <param name="isOwned">Whether its owner works here on the day.</param>
    public static PageState Of(bool isWithdrawn, bool isQuarantined, DateOnly? due, bool isSameVersion, bool isOwned, DateOnly day)
    {
        if (isWithdrawn) return PageState.Withdrawn;
        if (isQuarantined) return PageState.Quarantined;
        if (due is not { } until) return PageState.Unverified;
        if (!isSameVersion) return PageState.Edited;
        if (day > until) return PageState.Overdue;
        return isOwned ? PageState.Fresh : PageState.Unowned;
    }
}
