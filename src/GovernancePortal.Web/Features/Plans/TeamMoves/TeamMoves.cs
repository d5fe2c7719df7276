using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.TeamMoves;

/// <summary>Who comes to and goes from the units of whoever asks, once they have accepted, and what is to be handed over.</summary>
[Requires(Policies.FollowMoves)]
public sealed record GetTeamMovesQuery : IRequest<Result<TeamMoves>>;

/// <param name="Coming">Into a seat of these units; the first hundred.</param>
/// <param name="Going">Out of these units and not started elsewhere; the first hundred.</param>
/// <param name="Handovers">From people of these units; the soonest first.</param>
public sealed record TeamMoves(IReadOnlyList<TeamMove> Coming, IReadOnlyList<TeamMove> Going, IReadOnlyList<TeamHandover> Handovers, DateOnly Today);

public sealed record TeamMove(
    MoveId Id, PlanId PlanId, int Version, string Person, string From, string Role, string? Seat, MoveStage Stage, double TrainingMonths, bool IsTrained, DateOnly? StartedOn, (int Months, DateOnly DueOn)? NextReview);

public sealed record TeamHandover(string Subject, HandoverKind Kind, string From, string To, DateOnly Due, bool IsLate);

internal sealed class GetTeamMovesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetTeamMovesQuery, Result<TeamMoves>>
{
    private const int Most = 100;

    public async Task<Result<TeamMoves>> Handle(GetTeamMovesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var covered = db.Units.Within(user.ScopeOf(Policies.FollowMoves)).Select(u => u.Id);
        // What somebody has not accepted is not told to their leads.
        var under = db.PlannedMoves.AsNoTracking().Where(m =>
            (m.Stage == MoveStage.Accepted || (m.Stage >= MoveStage.Training && m.Stage < MoveStage.Left)) && db.ReallocationPlans.Any(p => p.Id == m.PlanId && p.State == PlanState.Published));
        var coming = await ReadAsync(db, under.Where(m => covered.Contains(m.SeatUnitId!.Value)), cancellationToken);
        var going = await ReadAsync(db, under.Where(m => m.StartedOn == null && db.People.Any(p => p.Id == m.PersonId && covered.Contains(p.UnitId))), cancellationToken);
        var today = clock.Today();
        var handovers = await (
            from handover in db.Handovers.AsNoTracking()
            join giver in db.People on handover.From equals giver.Id
            join receiver in db.People on handover.To equals receiver.Id
            where handover.State == HandoverState.Agreed && covered.Contains(giver.UnitId)
                && (handover.CaseId == null || db.DisplacementCases.Any(c => (CaseId?)c.Id == handover.CaseId && c.PublishedAt != null))
            orderby handover.Due, handover.Id
            select new { handover.Subject, handover.Kind, From = giver.Name, To = receiver.Name, handover.Due }).Take(Most).ToListAsync(cancellationToken);
        var pages = await TitlesAsync(db, handovers.Where(h => h.Kind == HandoverKind.Page).Select(h => h.Subject), cancellationToken);
        return new TeamMoves(coming, going, handovers.ConvertAll(h => new TeamHandover(pages.GetValueOrDefault(h.Subject, h.Subject), h.Kind, h.From, h.To, h.Due, h.Due < today)), today);
    }

    private static async Task<IReadOnlyList<TeamMove>> ReadAsync(PortalDbContext db, IQueryable<PlannedMove> moves, CancellationToken cancellationToken)
    {
        var rows = await (
            from move in moves
            join person in db.People on move.PersonId equals person.Id
            join own in db.Units on person.UnitId equals own.Id
            join role in db.RoleProfiles on move.RoleId equals (RoleProfileId?)role.Id
            join seat in db.Units on move.SeatUnitId equals (Domain.Organisation.UnitId?)seat.Id into seats
            from seat in seats.DefaultIfEmpty()
            orderby person.SearchName, move.Id
            select new { Move = move, person.Name, From = own.Name, role.Title, Seat = seat == null ? null : seat.Name }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new TeamMove(r.Move.Id, r.Move.PlanId, r.Move.Version, r.Name, r.From, r.Title, r.Seat, r.Move.Stage, r.Move.TrainingMonths, r.Move.TrainedOn is not null, r.Move.StartedOn, r.Move.NextReview))];
    }

    private static async Task<Dictionary<string, string>> TitlesAsync(PortalDbContext db, IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        var ids = subjects.Select(s => Guid.TryParse(s, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Select(Domain.Knowledge.KnowledgePageId.From).ToArray();
        return ids.Length == 0 ? [] : await db.KnowledgePages.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.ToString(), p => p.Title, cancellationToken);
    }
}
