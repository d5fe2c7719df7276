using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.GetUsage;

/// <summary>
/// How many people of a unit, with everything below it, used an AI tool in each of the last weeks. It is never answered for a person; who asks for one, or for a
/// group under five, is refused, and the ledger keeps that they asked.
/// </summary>
/// <param name="Unit">Whose use.</param>
/// <param name="Tool">With which tool; null for any.</param>
/// <param name="Weeks">How many weeks, the last one ending on the newest day with data.</param>
/// <param name="PersonBy">The parameter by which a person was asked for; null for none.</param>
[Requires(Policies.ViewTargets)]
public sealed record GetUsageQuery(UnitId? Unit, string? Tool = null, int Weeks = 1, string? PersonBy = null) : IRequest<Result<UsageOfUnit>>
{
    public const int MostWeeks = 4;
}

/// <param name="People">Everybody in the unit and below it.</param>
/// <param name="Weeks">The newest first; empty when there are no data.</param>
public sealed record UsageOfUnit(UnitId Unit, string Name, string? Tool, int People, IReadOnlyList<UsageWeek> Weeks);

/// <param name="Active">Different people; null where it, or its difference to another unit, would tell about fewer than five.</param>
public sealed record UsageWeek(DateOnly From, DateOnly To, int? Active);

internal sealed class GetUsageValidator : AbstractValidator<GetUsageQuery>
{
    public GetUsageValidator()
    {
        RuleFor(q => q.Unit).NotNull().When(q => q.PersonBy is null).WithMessage("Name the unit whose use you ask for.");
        RuleFor(q => q.Weeks).InclusiveBetween(1, GetUsageQuery.MostWeeks).WithMessage($"Ask for 1 to {GetUsageQuery.MostWeeks} weeks.");
        RuleFor(q => q.Tool).MaximumLength(UsageTools.ToolMaxLength).WithMessage($"The name of a tool has at most {UsageTools.ToolMaxLength} characters.");
    }
}

internal sealed class GetUsageHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetUsageQuery, Result<UsageOfUnit>>
{
    public async Task<Result<UsageOfUnit>> Handle(GetUsageQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (request.PersonBy is { } by) return await RefuseAsync(db, null, $"a person, by {by}", UsageErrors.OfPerson, cancellationToken);

        var unit = await db.Units.AsNoTracking().Within(user.ScopeOf(Policies.ViewTargets)).SingleOrDefaultAsync(u => u.Id == request.Unit, cancellationToken);
        if (unit is null) return CommonErrors.NotFound;

        var groups = await UseGroups.ReadAsync(db, cancellationToken);
        if (!groups.MayTell(unit.Left)) return await RefuseAsync(db, unit, "a group under five", UsageErrors.SmallGroup, cancellationToken);

        var paused = await db.AdoptionTargets.IgnoreAutoIncludes().AnyAsync(t => t.Scope == unit.Id && t.State == TargetState.Paused, cancellationToken);
        if (paused && !user.ScopeOf(Policies.SeeUseWhilePaused).Covers(unit)) return UsageErrors.Paused;

        var tool = string.IsNullOrWhiteSpace(request.Tool) ? null : UsageTools.ToolForm(request.Tool);
        return new UsageOfUnit(unit.Id, unit.Name, tool, unit.TotalHeadcount, await WeeksAsync(db, unit, groups, tool, request.Weeks, cancellationToken));
    }

    private async Task<IReadOnlyList<UsageWeek>> WeeksAsync(PortalDbContext db, Unit unit, UseGroups groups, string? tool, int count, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var months = db.UsageMonths.Where(u => tool == null || u.Tool == tool);
        if (await months.NewestDayAsync(today, cancellationToken) is not { } newest) return [];

        // Of all units, because what may be told of one depends on what may be told of those around it.
        var people = ActivePeople.In(db, UnitScope.Of([new UnitRange(UnitTree.RootLeft, int.MaxValue)]), today);
        var places = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Left, cancellationToken);
        var (range, weeks) = (new UnitRange(unit.Left, unit.Right), new List<UsageWeek>());
        for (var to = newest; weeks.Count < count; to = to.AddDays(-TargetMetrics.WeekDays))
        {
            var from = to.AddDays(1 - TargetMetrics.WeekDays);
            var active = new SubtreeSums((await ActivePeople.CountAsync(people.WhoUsed(months, from, to), cancellationToken)).Select(c => (places[c.Key], c.Value)));
            var mayTell = active.Within(range) == 0 || SmallGroups.Tellable(groups.Order.Where(r => groups.MayTell(r.Left)), active).Contains(range);
            weeks.Add(new UsageWeek(from, to, mayTell ? active.Within(range) : null));
        }

        return weeks;
    }

    // What was asked for is kept in words; whose name or login it was is not.
    private async Task<Result<UsageOfUnit>> RefuseAsync(PortalDbContext db, Unit? unit, string asked, Error refusal, CancellationToken cancellationToken)
    {
        db.Record(user.Actor, "usage.refused", unit is null ? "usage" : $"unit:{unit.Id.Value}", new { asked, unit = unit?.Name });
        await db.SaveChangesAsync(cancellationToken);
        return refusal;
    }
}
