using GovernancePortal.Data;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.GetTeamUse;

/// <summary>
/// How many people of each imported GitHub team used Copilot in the newest week. Teams are no units, so the role has to cover the whole organisation; somebody
/// counts for a team on the days on which they belonged to it.
/// </summary>
[Requires(Policies.ViewTargets)]
public sealed record GetTeamUseQuery : IRequest<Result<TeamUseWeek>>, IWholeOrganisationRequest;

/// <param name="From">First day; null when there are no data.</param>
/// <param name="Active">Different people of all teams, each once; null where it would tell of fewer than five.</param>
public sealed record TeamUseWeek(DateOnly? From, DateOnly? To, int? Active, IReadOnlyList<TeamUse> Teams);

internal sealed class GetTeamUseHandler(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : IRequestHandler<GetTeamUseQuery, Result<TeamUseWeek>>
{
    public async Task<Result<TeamUseWeek>> Handle(GetTeamUseQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var months = db.UsageMonths.Where(u => u.Tool == UsageTools.Copilot);
        if (await months.NewestDayAsync(clock.Today(), cancellationToken) is not { } to) return new TeamUseWeek(null, null, null, []);

        var from = to.AddDays(1 - TargetMetrics.WeekDays);
        var members = await db.TeamMemberships.Where(m => m.Day >= from && m.Day <= to).Select(m => new { m.Team, m.Login }).Distinct().ToListAsync(cancellationToken);
        var active = new List<(string, string)>();
        for (var day = from; day <= to; day = day.AddDays(1)) active.AddRange(await ActiveOnAsync(db, months, day, cancellationToken));

        var count = new TeamUseCount(members.Select(m => (m.Team, m.Login)), active);
        return new TeamUseWeek(from, to, count.Active, count.Teams);
    }

    private static async Task<IEnumerable<(string, string)>> ActiveOnAsync(PortalDbContext db, IQueryable<UsageMonth> months, DateOnly day, CancellationToken cancellationToken)
    {
        var (month, bit) = (MonthBits.MonthOf(day), MonthBits.BitOf(day));
        var rows = await db
            .TeamMemberships.Where(m => m.Day == day)
            .Join(months.Where(u => u.Month == month && (u.UsedDays & bit) != 0), m => m.Login, u => u.Login, (m, u) => new { m.Team, m.Login })
            .ToListAsync(cancellationToken);
        return rows.Select(r => (r.Team, r.Login));
    }
}
