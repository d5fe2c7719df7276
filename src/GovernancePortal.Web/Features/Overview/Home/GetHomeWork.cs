using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Overview.Home;

/// <summary>What of incidents and knowledge waits for the user: what they may decide, what is theirs to do, which pages need somebody.</summary>
[Requires(Policies.SignedIn)]
public sealed record GetHomeWorkQuery : IRequest<Result<HomeWork>>;

/// <param name="Attributions">Changes of a cause that wait for a second person, who may be the user.</param>
/// <param name="FollowUps">Open ones of the user.</param>
/// <param name="Overdue">Those of them that were due before today.</param>
/// <param name="OfUnits">Open ones of incidents that the user classifies.</param>
/// <param name="Pages">Pages of the user's units that agents may not read; null for roles that neither keep pages nor lead.</param>
/// <param name="Doubted">Pages of those units that somebody says told something wrong.</param>
public sealed record HomeWork(IReadOnlyList<WaitingAttribution> Attributions, int FollowUps, int Overdue, int OfUnits, int? Pages, int Doubted)
{
    public bool IsEmpty => Attributions.Count == 0 && FollowUps == 0 && OfUnits == 0 && Pages is null or 0 && Doubted == 0;
}

public sealed record WaitingAttribution(IncidentId Id, string Number, string Title, DateTimeOffset Since);

internal sealed class GetHomeWorkHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetHomeWorkQuery, Result<HomeWork>>
{
    private const int Most = 10;

    public async Task<Result<HomeWork>> Handle(GetHomeWorkQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var open = db.IncidentActions.Where(a => a.State == IncidentActionState.Open);
        var (mine, overdue) = (0, 0);
        if (user.PersonId is { } me)
        {
            mine = await open.CountAsync(a => a.Owner == me, cancellationToken);
            overdue = mine == 0 ? 0 : await open.CountAsync(a => a.Owner == me && a.DueOn < today, cancellationToken);
        }

        var classified = db.Incidents.Within(db, user.ScopeOf(Policies.ClassifyIncidents)).Select(i => i.Id);
        var ofUnits = user.Has(Policies.ClassifyIncidents) ? await open.CountAsync(a => classified.Contains(a.IncidentId), cancellationToken) : 0;
        var (pages, doubted) = await PagesAsync(db, today, cancellationToken);
        return new HomeWork(await AttributionsAsync(db, cancellationToken), mine, overdue, ofUnits, pages, doubted);
    }

    private async Task<IReadOnlyList<WaitingAttribution>> AttributionsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me || !user.Has(Policies.AgreeToAttributions)) return [];
        return await (
            from attribution in db.IncidentAttributions
            join incident in db.Incidents.Within(db, user.ScopeOf(Policies.AgreeToAttributions)) on attribution.IncidentId equals incident.Id
            where attribution.InForceFrom == null && attribution.RefusalReason == null && attribution.ProposedBy != me
            orderby attribution.ProposedAt, incident.Id
            select new WaitingAttribution(incident.Id, incident.Number, incident.Title, attribution.ProposedAt)
        ).Take(Most).ToListAsync(cancellationToken);
    }

    private async Task<(int? Pages, int Doubted)> PagesAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        if (!user.Has(Policies.ManagePages) && !user.Has(Policies.LeadTeam)) return (null, 0);
        var scope = user.ScopeOf(user.Has(Policies.ManagePages) ? Policies.ManagePages : Policies.LeadTeam);
        var pages = db.KnowledgePages.Within(db.Units, scope).Where(p => p.Standing != PageState.Withdrawn);
        var all = await pages.CountAsync(cancellationToken);
        var fresh = all == 0 ? 0 : await pages.CountFreshAsync(db, today, cancellationToken);
        return (all - fresh, all == 0 ? 0 : await pages.CountAsync(p => db.WrongAnswers.Any(w => w.PageId == p.Id && w.SettledAt == null), cancellationToken));
    }
}
