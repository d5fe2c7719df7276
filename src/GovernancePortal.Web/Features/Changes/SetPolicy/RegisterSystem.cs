using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.SetPolicy;

/// <summary>Registers a system that changes touch, or states all of it anew.</summary>
/// <param name="UnitId">Answers for it.</param>
/// <param name="Course">Code of a course that its reviewers hold; empty for none.</param>
/// <param name="Repositories">Whose changes touch it when they do not say which systems they do.</param>
[Requires(Policies.SetSignOffPolicy)]
public sealed record RegisterSystemCommand(string Name, UnitId UnitId, Criticality Criticality, string Course, IReadOnlyList<string> Repositories) : IRequest<Result>, IUnitRequest;

/// <summary>Adds a rule that puts changes into a risk tier, everywhere.</summary>
[Requires(Policies.SetSignOffPolicy)]
public sealed record AddRiskRuleCommand(string System, string PathPattern, Criticality? Criticality, RiskTier Tier) : IRequest<Result>, IWholeOrganisationRequest;

[Requires(Policies.SetSignOffPolicy)]
public sealed record RemoveRiskRuleCommand(long Id) : IRequest<Result>, IWholeOrganisationRequest;

internal sealed class RegisterSystemValidator : AbstractValidator<RegisterSystemCommand>
{
    public RegisterSystemValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Name the system.").MaximumLength(CodeSystem.NameMaxLength).WithMessage($"Use at most {CodeSystem.NameMaxLength} characters.");
        RuleFor(c => c.Criticality).IsInEnum();
        RuleFor(c => c.Course).MaximumLength(Course.CodeMaxLength).WithMessage("State the code of a course.");
        RuleFor(c => c.Repositories).Must(r => r.Count <= CodeSystem.MostRepositories && r.All(n => n.Length <= ProposedChange.RepositoryMaxLength)).WithMessage($"Name at most {CodeSystem.MostRepositories} repositories.");
    }
}

internal sealed class AddRiskRuleValidator : AbstractValidator<AddRiskRuleCommand>
{
    public AddRiskRuleValidator()
    {
        RuleFor(c => c.Tier).IsInEnum();
        RuleFor(c => c.Criticality).IsInEnum();
        RuleFor(c => c.System).MaximumLength(CodeSystem.NameMaxLength).WithMessage($"Use at most {CodeSystem.NameMaxLength} characters.");
        RuleFor(c => c.PathPattern).MaximumLength(RiskRule.PatternMaxLength).WithMessage($"Use at most {RiskRule.PatternMaxLength} characters.");
        RuleFor(c => c.PathPattern).Must((c, p) => p.Trim().Length + c.System.Trim().Length > 0 || c.Criticality is not null).WithMessage("Name a system, a path or a criticality; a rule without any would speak of every change.");
    }
}

internal sealed class RegisterSystemHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<RegisterSystemCommand, Result>,
        IRequestHandler<AddRiskRuleCommand, Result>,
        IRequestHandler<RemoveRiskRuleCommand, Result>
{
    public async Task<Result> Handle(RegisterSystemCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var name = CodeSystem.NameForm(request.Name);
        var code = request.Course.Trim();
        var course = code.Length == 0 ? null : await db.Courses.Where(c => c.Code == code).Select(c => (CourseId?)c.Id).SingleOrDefaultAsync(cancellationToken);
        if (code.Length > 0 && course is null) return FieldRefusal.At(nameof(request.Course), "No course has this code.");

        var system = await db.CodeSystems.SingleOrDefaultAsync(s => s.Name == name, cancellationToken);
        var scope = user.ScopeOf(Policies.SetSignOffPolicy);
        // Whoever covers neither the unit that answers for it now nor the new one leaves it alone.
        if (system is not null && !await db.Units.Within(scope).AnyAsync(u => u.Id == system.UnitId, cancellationToken)) return FieldRefusal.At(nameof(request.Name), "This system belongs to a unit that your role does not cover.");

        var wanted = Repositories(request);
        var known = await db.SystemRepositories.Where(r => r.System == name).ToListAsync(cancellationToken);
        if (system is null) db.CodeSystems.Add(new CodeSystem(name, request.UnitId, request.Criticality, course));
        else system.Set(request.UnitId, request.Criticality, course);
        db.SystemRepositories.RemoveRange(known.Where(k => !wanted.Contains(k.Repository, StringComparer.Ordinal)));
        db.SystemRepositories.AddRange(wanted.Except(known.Select(k => k.Repository), StringComparer.Ordinal).Select(r => new SystemRepository(name, r)));
        db.Record(user.Actor, "system.registered", $"system:{name}", new { unitId = request.UnitId, criticality = request.Criticality, course = code, repositories = wanted });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(AddRiskRuleCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var system = CodeSystem.NameForm(request.System);
        if (system.Length > 0 && !await db.CodeSystems.AnyAsync(s => s.Name == system, cancellationToken)) return FieldRefusal.At(nameof(request.System), "No system of this name is registered.");

        db.RiskRules.Add(new RiskRule(request.System, request.PathPattern, request.Criticality, request.Tier));
        db.Record(user.Actor, "risk.rule-added", "changes:risk", new { system, path = request.PathPattern.Trim(), criticality = request.Criticality, tier = request.Tier });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(RemoveRiskRuleCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = await db.RiskRules.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (rule is null) return CommonErrors.NotFound;

        db.RiskRules.Remove(rule);
        db.Record(user.Actor, "risk.rule-removed", "changes:risk", new { system = rule.System, path = rule.PathPattern, criticality = rule.Criticality, tier = rule.Tier });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private static List<string> Repositories(RegisterSystemCommand request) =>
        [.. request.Repositories.Select(ProposedChange.RepositoryForm).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal)];
}
