using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.GetMyPosition;

/// <summary>What published cases say about one's own position. Drafts are not there.</summary>
[Requires(Policies.ViewOwnRecord)]
public sealed record GetMyPositionQuery : IRequest<Result<IReadOnlyList<MyPosition>>>;

/// <param name="Case">What it is called.</param>
/// <param name="State">Of the case.</param>
/// <param name="Reasons">Of the case.</param>
/// <param name="Reason">Of this position; empty where those of the case say it.</param>
/// <param name="Share">Of the position.</param>
/// <param name="NoticeMonths">Confirmed.</param>
/// <param name="ConsultationDays">Confirmed.</param>
/// <param name="PublishedAt">When it was told.</param>
/// <param name="StaysBecause">Why the position stays after all; null while it is displaced.</param>
public sealed record MyPosition(CaseId CaseId, string Case, CaseState State, string Reasons, string Reason, decimal Share, decimal? NoticeMonths, int? ConsultationDays, DateTimeOffset PublishedAt, string? StaysBecause);

internal sealed class GetMyPositionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetMyPositionQuery, Result<IReadOnlyList<MyPosition>>>
{
    public async Task<Result<IReadOnlyList<MyPosition>>> Handle(GetMyPositionQuery request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.DisplacedPositions.AsNoTracking()
            .Where(p => p.PersonId == me)
            .Join(db.DisplacementCases.Where(c => c.PublishedAt != null), p => p.CaseId, c => c.Id, (p, c) => new { Position = p, Case = c })
            .OrderByDescending(r => r.Case.PublishedAt)
            .ThenBy(r => r.Case.Id)
            .ToListAsync(cancellationToken);
        await CaseReadings.NoteAsync(db, user, rows.ConvertAll(r => r.Case.Id), clock.GetUtcNow(), cancellationToken);
        return rows.ConvertAll(r => new MyPosition(
            r.Case.Id, r.Case.Name, r.Case.State, r.Case.Reasons, r.Position.Reason, r.Position.Share, r.Case.NoticeMonths, r.Case.ConsultationDays, r.Case.PublishedAt!.Value,
            r.Position.WithdrawnAt is not null ? r.Position.WithdrawReason : r.Case.State == CaseState.Withdrawn ? r.Case.EndReason : null));
    }
}
