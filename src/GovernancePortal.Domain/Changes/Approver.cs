using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Changes;

/// <summary>Whoever wants to sign off, as the roster and the training records show them.</summary>
/// <param name="IsHere">Whether they work here today.</param>
/// <param name="IsAsked">Whether any training is asked of them.</param>
/// <param name="IsTrained">Whether they hold all of it today.</param>
/// <param name="MissingCourse">A course that a touched system asks of its reviewers and they do not hold; null when they hold all.</param>
/// <param name="SignedThisWeek">Sign-offs they gave in the last seven days.</param>
public sealed record Approver(PersonId Id, Level Level, bool IsHere, bool IsAsked, bool IsTrained, string? MissingCourse, int SignedThisWeek)
{
    /// <summary>Whether the terms let this person sign off; who wrote the change is looked at elsewhere.</summary>
    public Result Meets(SignOffTerms terms)
    {
        if (!IsHere) return ChangeErrors.Gone;
        if (Level < terms.ApproverFrom) return ChangeErrors.TooJunior(Words(terms.ApproverFrom));
        if (terms.NeedsLiteracy && !IsAsked) return ChangeErrors.NoTraining;
        if (terms.NeedsLiteracy && !IsTrained) return ChangeErrors.Untrained;
        if (terms.NeedsLiteracy && MissingCourse is { } course) return ChangeErrors.SystemTraining(course);
        return SignedThisWeek >= terms.MostPerWeek ? ChangeErrors.Overloaded(terms.MostPerWeek) : Result.Success;
    }

    private static string Words(Level from) =>
        from switch
        {
            Level.Principal => "principal",
            Level.Senior => "senior or principal",
            _ => "person with a known level",
        };
}
