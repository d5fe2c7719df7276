using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>What somebody needs to see of a target before they decide on it.</summary>
/// <param name="ProposedByMe">The user proposed it, and so cannot approve it.</param>
/// <param name="NamesMe">The user is its owner or deputy.</param>
/// <param name="MaySee">The user may open the target's own page.</param>
/// <param name="Terms">Everything that is decided on, each with its name.</param>
public sealed record TargetBrief(
    AdoptionTargetId Id,
    int Version,
    string Title,
    string UnitName,
    TargetState State,
    DateTimeOffset StateSince,
    string Readiness,
    string Goal,
    string Outcome,
    string? ProposedBy,
    bool ProposedByMe,
    bool HasPerson,
    bool NamesMe,
    string? PauseReason,
    string? CorrectiveAction,
    bool MaySee,
    IReadOnlyList<TargetTerm> Terms)
{
    internal static Task<Result<TargetBrief>> ReadAsync(
        IDbContextFactory<PortalDbContext> contexts, CurrentUser user, string policy, AdoptionTargetId id, CancellationToken cancellationToken) =>
        ReadAsync(contexts, user, (targets, db) => targets.Within(db, user, policy), id, cancellationToken);

    /// <param name="contexts">The database.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="reachable">Narrows the targets to those that the user may decide on.</param>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal static async Task<Result<TargetBrief>> ReadAsync(
        IDbContextFactory<PortalDbContext> contexts,
        CurrentUser user,
        Func<IQueryable<AdoptionTarget>, PortalDbContext, IQueryable<AdoptionTarget>> reachable,
        AdoptionTargetId id,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await reachable(db.AdoptionTargets.AsNoTracking(), db).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (target is null) return TargetErrors.NotFound;

        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == target.Scope, cancellationToken);
        PersonId[] people = [.. new[] { target.ProposedBy, target.Owner, target.Deputy }.OfType<PersonId>()];
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return new TargetBrief(
            target.Id,
            target.Version,
            $"{TargetWords.Title(target.Metric, target.TargetValue)}, {unit.Name}",
            unit.Name,
            target.State,
            target.StateSince,
            target.ReadinessText,
            $"{TargetWords.Title(target.Metric, target.TargetValue)}, from {TargetWords.Value(target.Metric, target.BaselineValue)}, by {target.DueDate:d MMM yyyy}",
            $"{target.OutcomeMetric} no worse than {target.OutcomeBaseline:0.##}",
            Name(target.ProposedBy),
            user.PersonId is { } me && me == target.ProposedBy,
            user.PersonId is not null,
            user.PersonId is { } named && (named == target.Owner || named == target.Deputy),
            target.PauseReason,
            target.CorrectiveAction,
            user.ScopeOf(Policies.ViewTargets).Covers(unit.Left),
            TargetTerm.Of(target, unit.Path, Name(target.Owner), Name(target.Deputy)));

        string? Name(PersonId? person) => person is { } somebody ? names.GetValueOrDefault(somebody, "somebody who is no longer listed") : null;
    }
}
