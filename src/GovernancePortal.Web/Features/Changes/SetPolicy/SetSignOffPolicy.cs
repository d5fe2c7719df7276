using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.SetPolicy;

/// <summary>Says what sign-off changes of a unit, and of those below it without a rule of their own, need at one risk.</summary>
[Requires(Policies.SetSignOffPolicy)]
public sealed record SetSignOffTermsCommand(UnitId UnitId, RiskTier Tier, SignOffTerms Terms) : IRequest<Result>, IUnitRequest;

/// <summary>Takes a unit's rule away, so that the one above holds, or the default.</summary>
[Requires(Policies.SetSignOffPolicy)]
public sealed record DropSignOffTermsCommand(UnitId UnitId, RiskTier Tier) : IRequest<Result>, IUnitRequest;

internal sealed class SetSignOffTermsValidator : AbstractValidator<SetSignOffTermsCommand>
{
    public SetSignOffTermsValidator()
    {
        RuleFor(c => c.Tier).IsInEnum();
        RuleFor(c => c.Terms.Approvals).InclusiveBetween(0, SignOffTerms.MostApprovals).WithMessage($"State 0 to {SignOffTerms.MostApprovals} people.").OverridePropertyName("Approvals");
        RuleFor(c => c.Terms.AuthorsUpTo).IsInEnum().NotEqual(Level.Unknown).WithMessage("Say up to which level authors need it.").OverridePropertyName("AuthorsUpTo");
        RuleFor(c => c.Terms.ApproverFrom).Must(l => l is Level.Mid or Level.Senior or Level.Principal).WithMessage("Say from which level on people sign off.").OverridePropertyName("ApproverFrom");
        RuleFor(c => c.Terms.MostPerWeek).InclusiveBetween(1, SignOffTerms.WeekLimit).WithMessage($"State 1 to {SignOffTerms.WeekLimit} sign-offs a week.").OverridePropertyName("MostPerWeek");
        RuleFor(c => c.Terms.PromiseHours).InclusiveBetween(1, SignOffTerms.MostHours).WithMessage($"State 1 to {SignOffTerms.MostHours} hours.").OverridePropertyName("PromiseHours");
        RuleFor(c => c.Terms.Approvals).Must((c, n) => c.Tier != RiskTier.High || n >= 1).WithMessage("High risk never goes without sign-off.").OverridePropertyName("Approvals");
    }
}

internal sealed class SetSignOffPolicyHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<SetSignOffTermsCommand, Result>,
        IRequestHandler<DropSignOffTermsCommand, Result>
{
    public async Task<Result> Handle(SetSignOffTermsCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var policy = await db.SignOffPolicies.SingleOrDefaultAsync(p => p.UnitId == request.UnitId && p.Tier == request.Tier, cancellationToken);
        var before = policy?.Terms;
        if (before == request.Terms) return Result.Success;

        if (policy is null) db.SignOffPolicies.Add(new SignOffPolicy(request.UnitId, request.Tier, request.Terms, clock.GetUtcNow()));
        else policy.Set(request.Terms, clock.GetUtcNow());
        db.EvaluationSignals.Add(new EvaluationSignal("sign-off policy", clock.GetUtcNow()));
        db.Record(user.Actor, "sign-off.policy-set", $"unit:{request.UnitId.Value}", new { tier = request.Tier, before, after = request.Terms });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(DropSignOffTermsCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var policy = await db.SignOffPolicies.SingleOrDefaultAsync(p => p.UnitId == request.UnitId && p.Tier == request.Tier, cancellationToken);
        if (policy is null) return CommonErrors.NotFound;

        db.SignOffPolicies.Remove(policy);
        db.EvaluationSignals.Add(new EvaluationSignal("sign-off policy", clock.GetUtcNow()));
        db.Record(user.Actor, "sign-off.policy-dropped", $"unit:{request.UnitId.Value}", new { tier = request.Tier, before = policy.Terms });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
