using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Overview.Home;

public enum HomeKind
{
    Start,
    TeamLead,
    Executive,
}

/// <summary>Which home the user has; whoever holds several roles gets the widest.</summary>
[Requires(Policies.SignedIn)]
public sealed record GetHomeQuery : IRequest<Result<HomeStart>>;

internal sealed class GetHomeHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetHomeQuery, Result<HomeStart>>
{
    private const int Most = 10;

    public async Task<Result<HomeStart>> Handle(GetHomeQuery request, CancellationToken cancellationToken)
    {
        if (user.Has(Policies.ApproveTargets)) return new HomeStart(HomeKind.Executive, [], null, null);
        if (user.Has(Policies.LeadTeam)) return new HomeStart(HomeKind.TeamLead, [], null, null);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var live = await (
            from target in db.AdoptionTargets.IgnoreAutoIncludes().Concerning(db, user, Policies.PauseTargets)
            join unit in db.Units on target.Scope equals unit.Id
            where target.State == TargetState.Active
            orderby unit.Left, target.Id
            select new { target.Id, target.Metric, target.TargetValue, unit.Name }
        ).Take(Most).ToListAsync(cancellationToken);
        var today = clock.Today();
        return new HomeStart(
            HomeKind.Start,
            [.. live.Select(t => new LiveTarget(t.Id, TargetWords.Title(t.Metric, t.TargetValue), t.Name))],
            user.PersonId is { } me && user.Has(Policies.ReportTraining) ? await OwnAsync(db, me, today, cancellationToken) : null,
            user.Has(Policies.ViewLiteracy) ? await LiteracyCoverage.CountAsync(db, user.ScopeOf(Policies.ViewLiteracy), today, today, cancellationToken) : null);
    }

    private static async Task<OwnTraining> OwnAsync(PortalDbContext db, PersonId me, DateOnly today, CancellationToken cancellationToken)
    {
        var calculated = await CoverageCalculator.RunAsync(db, CoveragePeople.Only([me]), today, knownAt: null, cancellationToken);
        var rules = calculated.People.Count == 0 ? [] : calculated.RulesOf(0).Where(r => r.Rule.AskedFrom(calculated.People[0]) <= today).ToList();
        return new OwnTraining(rules.Count, [.. rules.Where(r => r.MetUntil < today).Select(r => r.Rule.CourseName).Distinct(StringComparer.Ordinal)]);
    }
}

/// <param name="Live">Targets that the user may stop.</param>
/// <param name="Own">The user's own training; null for an account that is nobody of the roster.</param>
/// <param name="Coverage">Coverage of what the role covers; null for roles that do not see it.</param>
public sealed record HomeStart(HomeKind Kind, IReadOnlyList<LiveTarget> Live, OwnTraining? Own, CoverageCount? Coverage);

/// <param name="Asked">How many courses are asked.</param>
/// <param name="Missing">Names of those that are not met.</param>
public sealed record OwnTraining(int Asked, IReadOnlyList<string> Missing);

public sealed record LiveTarget(AdoptionTargetId Id, string Title, string UnitName);
