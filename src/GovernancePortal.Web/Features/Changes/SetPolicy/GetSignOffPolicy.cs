using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.SetPolicy;

/// <summary>What sign-off changes need: rules of units, systems and how risk follows from them.</summary>
[Requires(Policies.ViewChanges)]
public sealed record GetSignOffPolicyQuery(Paging Systems) : IRequest<Result<SignOffPolicyView>>;

/// <summary>Units for which rules may be set, by a part of their path.</summary>
[Requires(Policies.SetSignOffPolicy)]
public sealed record FindPolicyUnitsQuery(string? Text) : IRequest<Result<IReadOnlyList<PickedUnit>>>;

/// <param name="Rules">Of units that concern the user, in the order of the tree.</param>
/// <param name="Risks">They hold everywhere.</param>
/// <param name="MayEdit">The user sets policy for some unit.</param>
/// <param name="MayEditRisk">The user sets policy for the whole organisation.</param>
public sealed record SignOffPolicyView(IReadOnlyList<PolicyRule> Rules, PageOf<SystemRow> Systems, IReadOnlyList<RiskRule> Risks, bool MayEdit, bool MayEditRisk);

public sealed record PolicyRule(long Id, UnitId UnitId, string Unit, RiskTier Tier, SignOffTerms Terms, DateTimeOffset SetAt);

/// <param name="Course">Code of the course that reviewers of the system hold; null when none is asked.</param>
public sealed record SystemRow(string Name, string Unit, Criticality Criticality, string? Course, IReadOnlyList<string> Repositories);

internal sealed class FindPolicyUnitsValidator : AbstractValidator<FindPolicyUnitsQuery>
{
    public FindPolicyUnitsValidator() => RuleFor(q => q.Text).MaximumLength(Unit.PathMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class GetSignOffPolicyHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<GetSignOffPolicyQuery, Result<SignOffPolicyView>>,
        IRequestHandler<FindPolicyUnitsQuery, Result<IReadOnlyList<PickedUnit>>>
{
    private const int MostRules = 300;
    private const int MostUnits = 20;

    public async Task<Result<SignOffPolicyView>> Handle(GetSignOffPolicyQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Rules of the units above hold below, so they concern the user too.
        var units = db.Units.Concerning(user.ScopeOf(Policies.ViewChanges));
        var rules = await db
            .SignOffPolicies.AsNoTracking()
            .Join(units, p => p.UnitId, u => u.Id, (p, u) => new { Policy = p, u.Path, u.Left })
            .OrderBy(p => p.Left)
            .ThenBy(p => p.Policy.Tier)
            .Take(MostRules)
            .ToListAsync(cancellationToken);
        var (risks, set) = (await db.RiskRules.AsNoTracking().OrderByDescending(r => r.Tier).ThenBy(r => r.Id).Take(MostRules).ToListAsync(cancellationToken), user.ScopeOf(Policies.SetSignOffPolicy));
        return new SignOffPolicyView(
            [.. rules.Select(r => new PolicyRule(r.Policy.Id, r.Policy.UnitId, r.Path, r.Policy.Tier, r.Policy.Terms, r.Policy.SetAt))],
            await SystemsAsync(db, units, request.Systems, cancellationToken),
            risks,
            !set.IsEmpty,
            set.IsWholeOrganisation);
    }

    public async Task<Result<IReadOnlyList<PickedUnit>>> Handle(FindPolicyUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var anywhere = LikePattern.Containing(request.Text?.Trim() ?? "");
        return await db.Units.Within(user.ScopeOf(Policies.SetSignOffPolicy))
            .Where(u => EF.Functions.Like(u.Path, anywhere, LikePattern.Escape))
            .OrderBy(u => u.Depth)
            .ThenBy(u => u.Left)
            .Take(MostUnits)
            .Select(u => new PickedUnit(u.Id.Value, u.Path))
            .ToArrayAsync(cancellationToken);
    }

    private static async Task<PageOf<SystemRow>> SystemsAsync(PortalDbContext db, IQueryable<Unit> units, Paging wanted, CancellationToken cancellationToken)
    {
        var systems = db.CodeSystems.AsNoTracking().Where(s => units.Any(u => u.Id == s.UnitId));
        var total = await systems.CountAsync(cancellationToken);
        var paging = wanted.Within(total);
        var rows = await systems
            .OrderBy(s => s.Name)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(s => new
            {
                s.Name,
                Unit = db.Units.Where(u => u.Id == s.UnitId).Select(u => u.Path).First(),
                s.Criticality,
                Course = db.Courses.Where(c => c.Id == s.CourseId).Select(c => c.Code).FirstOrDefault(),
                Repositories = db.SystemRepositories.Where(r => r.System == s.Name).Select(r => r.Repository).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new PageOf<SystemRow>([.. rows.Select(r => new SystemRow(r.Name, r.Unit, r.Criticality, r.Course, [.. r.Repositories.Order(StringComparer.Ordinal)]))], total, paging.Page, paging.Size);
    }
}
