using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>What somebody needs to see of a target before they decide on it.</summary>
/// <param name="ProposedByMe">The user proposed it, and so cannot approve it.</param>
/// <param name="NamesMe">The user is its owner or deputy.</param>
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
    string? CorrectiveAction)
{
    internal static async Task<Result<TargetBrief>> ReadAsync(
        IDbContextFactory<PortalDbContext> contexts, CurrentUser user, string policy, AdoptionTargetId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db.AdoptionTargets.AsNoTracking().Within(db, user, policy).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (target is null) return TargetErrors.NotFound;

        var unit = await db.Units.Where(u => u.Id == target.Scope).Select(u => u.Name).SingleAsync(cancellationToken);
        var proposer = await db.People.Where(p => p.Id == target.ProposedBy).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
        return new TargetBrief(
            target.Id,
            target.Version,
            $"{TargetWords.Title(target.Metric, target.TargetValue)}, {unit}",
            unit,
            target.State,
            target.StateSince,
            target.ReadinessText,
            $"{TargetWords.Title(target.Metric, target.TargetValue)}, from {TargetWords.Value(target.Metric, target.BaselineValue)}, by {target.DueDate:d MMM yyyy}",
            $"{target.OutcomeMetric} no worse than {target.OutcomeBaseline:0.##}",
            proposer,
            user.PersonId is { } me && me == target.ProposedBy,
            user.PersonId is not null,
            user.PersonId is { } named && (named == target.Owner || named == target.Deputy),
            target.PauseReason,
            target.CorrectiveAction);
    }
}
