using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Adoption;

/// <summary>What a target may measure. The names are part of the HTTP API and of stored rows.</summary>
public static class TargetMetrics
{
    /// <summary>Distinct people of the unit who used an AI tool in seven days, of all people of the unit.</summary>
    public const string WeeklyActiveShare = "weeklyActiveAiUsersShare";

    /// <summary>Days that the weekly share looks back on.</summary>
    public const int WeekDays = 7;

    /// <summary>Older figures say nothing about now; they count as missing.</summary>
    public const int MaxAgeDays = 14;

    /// <summary>Use is not shown for fewer people than this, to anybody.</summary>
    public const int SmallestGroup = SmallGroups.Least;
}
