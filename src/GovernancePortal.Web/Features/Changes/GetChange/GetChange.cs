using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.GetChange;

/// <summary>One change at one commit: what the gate answers, what was decided, and what this user may decide.</summary>
[Requires(Policies.ViewChanges)]
public sealed record GetChangeQuery(ChangeId ChangeId) : IRequest<Result<ChangeDetails>>;

/// <param name="Author">Name; null when nobody knows.</param>
/// <param name="Decisions">Oldest first.</param>
/// <param name="Commits">Other commits of the same change, newest first.</param>
/// <param name="Reviews">Given at the code host; shown, and not counted.</param>
/// <param name="Offer">What this user may decide, and why not.</param>
public sealed record ChangeDetails(
    ProposedChange Change,
    GateDecision Gate,
    SignOffTerms Terms,
    string Unit,
    string? Author,
    string? AgentOwner,
    IReadOnlyList<ChangeDecision> Decisions,
    IReadOnlyList<ChangeCommit> Commits,
    IReadOnlyList<ReviewAtHost> Reviews,
    ChangeOffer Offer,
    DateTimeOffset Now);

/// <param name="Words">What was decided.</param>
public sealed record ChangeDecision(SignOff Decision, string By, string Words);

public sealed record ChangeCommit(ChangeId Id, string Commit, bool IsCurrent, GateVerdict Verdict, DateTimeOffset SeenAt);

public sealed record ReviewAtHost(string Login, string State, string Commit, DateTimeOffset At);

/// <param name="ApproveRefusal">Why this user may not sign it off; null when they may.</param>
/// <param name="MayApprove">They review changes here.</param>
public sealed record ChangeOffer(bool MayApprove, string? ApproveRefusal, bool MayReject, bool MayPass, bool MayReview)
{
    public bool Any => MayApprove || MayReject || MayPass || MayReview;
}

internal sealed class GetChangeHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetChangeQuery, Result<ChangeDetails>>
{
    private const int MostCommits = 20;

    public async Task<Result<ChangeDetails>> Handle(GetChangeQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var found = await ChangeDesk.OpenAsync(db, db.ProposedChanges.AsNoTracking(), request.ChangeId, user.ScopeOf(Policies.ViewChanges), now.UtcDay(), cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var opened = found.Value;
        var (change, id, repository, number, unitId) = (opened.Change, opened.Change.Id, opened.Change.Repository, opened.Change.Number, opened.Change.UnitId);
        PersonId[] people = [.. opened.Given.Select(s => s.By).Concat(new[] { change.AuthorId, change.AgentOwner }.OfType<PersonId>()).Distinct()];
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var commits = await db
            .ProposedChanges.AsNoTracking()
            .Where(c => c.Repository == repository && c.Number == number && c.Id != id)
            .OrderByDescending(c => c.SeenAt)
            .ThenBy(c => c.Id)
            .Take(MostCommits)
            .Select(c => new ChangeCommit(c.Id, c.Commit, c.CurrentKey != null, c.Verdict, c.SeenAt))
            .ToListAsync(cancellationToken);
        var reviews = await db
            .HostReviews.AsNoTracking()
            .Where(r => r.Repository == repository && r.Number == number)
            .OrderByDescending(r => r.ReviewId)
            .Take(MostCommits)
            .Select(r => new ReviewAtHost(r.Login, r.State, r.Commit, r.At))
            .ToListAsync(cancellationToken);
        return new ChangeDetails(
            change,
            opened.Decide(),
            opened.Terms,
            await db.Units.Where(u => u.Id == unitId).Select(u => u.Path).SingleAsync(cancellationToken),
            NameOf(change.AuthorId),
            NameOf(change.AgentOwner),
            [.. opened.Given.Select(s => new ChangeDecision(s, NameOf(s.By) ?? "Somebody who left", ChangeWords.Decision(s)))],
            commits,
            reviews,
            await OfferAsync(db, opened, now, cancellationToken),
            now);

        string? NameOf(PersonId? person) => person is { } known ? names.GetValueOrDefault(known) : null;
    }

    /// <summary>Tries each decision without keeping it: the page offers what would be taken and says why the rest would not.</summary>
    private async Task<ChangeOffer> OfferAsync(PortalDbContext db, OpenedChange opened, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var change = opened.Change;
        var (signs, passes, reviews) = (Covers(Policies.SignOffChanges), Covers(Policies.PassChanges), Covers(Policies.ReviewPasses));
        if (!signs && !passes && !reviews) return new(false, null, false, false, false);
        if (user.PersonId is not { } me || await ApproverReader.ReadAsync(db, me, change, now, cancellationToken) is not { } approver)
            return new(signs && change.IsCurrent && change.State == ChangeState.Open, AccessErrors.NoPerson.Message, false, false, false);

        return new(
            signs && change.IsCurrent && change.State == ChangeState.Open,
            change.Approve(approver, opened.Terms, opened.Given, "", now).Error?.Message,
            signs && change.Reject(me, approver.Level, FindingType.Other, "", "", now).IsSuccess,
            passes && change.PassInEmergency(me, approver.Level, opened.Terms, opened.Given, "", now).IsSuccess,
            reviews && change.ReviewAfter(me, approver.Level, opened.Given, FindingType.None, "", "", now).IsSuccess);

        bool Covers(string policy) => user.ScopeOf(policy).Covers(opened.Unit.Left);
    }
}
