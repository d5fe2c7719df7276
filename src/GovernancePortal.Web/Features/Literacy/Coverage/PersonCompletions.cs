using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>Everything that is recorded of some people.</summary>
internal static class PersonCompletions
{
    /// <summary>What was struck as well. Two questions in one, because an index serves each: that of what stands, and that of what was struck.</summary>
    public static IQueryable<Completion> OfPeople(this IQueryable<Completion> completions, IReadOnlyCollection<PersonId> people) =>
        completions.StandingOf(people).Concat(completions.Where(c => c.VoidedAt != null && people.Contains(c.PersonId)));

    /// <summary>What was not struck.</summary>
    public static IQueryable<Completion> StandingOf(this IQueryable<Completion> completions, IReadOnlyCollection<PersonId> people) =>
        completions.Where(c => c.VoidedAt == null && people.Contains(c.PersonId));
}
