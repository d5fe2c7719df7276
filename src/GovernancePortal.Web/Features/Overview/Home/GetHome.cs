using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
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

internal sealed class GetHomeHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetHomeQuery, Result<HomeStart>>
{
    private const int Most = 10;

    public async Task<Result<HomeStart>> Handle(GetHomeQuery request, CancellationToken cancellationToken)
    {
        if (user.Has(Policies.ApproveTargets)) return new HomeStart(HomeKind.Executive, []);
        if (user.Has(Policies.LeadTeam)) return new HomeStart(HomeKind.TeamLead, []);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var live = await (
            from target in db.AdoptionTargets.IgnoreAutoIncludes().Within(db, user, Policies.PauseTargets)
            join unit in db.Units on target.Scope equals unit.Id
            where target.State == TargetState.Active
            orderby unit.Left, target.Id
            select new { target.Id, target.Metric, target.TargetValue, unit.Name }
        ).Take(Most).ToListAsync(cancellationToken);
        return new HomeStart(HomeKind.Start, [.. live.Select(t => new LiveTarget(t.Id, TargetWords.Title(t.Metric, t.TargetValue), t.Name))]);
    }
}

/// <param name="Live">Targets that the user may stop.</param>
public sealed record HomeStart(HomeKind Kind, IReadOnlyList<LiveTarget> Live);

public sealed record LiveTarget(AdoptionTargetId Id, string Title, string UnitName);
