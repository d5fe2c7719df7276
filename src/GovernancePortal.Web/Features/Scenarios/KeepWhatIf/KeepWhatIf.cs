using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.KeepWhatIf;

/// <summary>Takes what was tried into the scenario, with a reason, and runs it; answers with the number of the run.</summary>
/// <param name="Id">Of the scenario.</param>
/// <param name="Version">It was tried on.</param>
/// <param name="Settings">What was moved.</param>
/// <param name="Reason">Why; kept with each parameter.</param>
/// <param name="OwnName">What the policy of one's own is called, where there is one.</param>
/// <param name="Draws">For the part by chance.</param>
[Requires(Policies.EditScenarios)]
public sealed record KeepWhatIfCommand(ScenarioId Id, int Version, WhatIfSettings Settings, string Reason, string OwnName = WhatIf.OwnName, int Draws = MonteCarlo.BoardDraws) : IRequest<Result<int>>;

internal sealed class KeepWhatIfValidator : AbstractValidator<KeepWhatIfCommand>
{
    public KeepWhatIfValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why; the reason is kept with every figure.").MaximumLength(Scenario.ReasonMaxLength).WithMessage($"Use at most {Scenario.ReasonMaxLength} characters.");
        RuleFor(c => c.Draws).InclusiveBetween(1, ScenarioRun.MostDraws).WithMessage($"Ask for 1 to {ScenarioRun.MostDraws:#,0} draws.");
        RuleFor(c => c.Settings).Must(s => !s.IsNone).WithMessage("Nothing was moved, so there is nothing to keep.");
        RuleFor(c => c.OwnName).NotEmpty().When(c => c.Settings.Own is not null).WithMessage("Give your policy a name.").MaximumLength(Scenario.PolicyNameMaxLength).WithMessage($"Use at most {Scenario.PolicyNameMaxLength} characters.");
    }
}

internal sealed class KeepWhatIfHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<KeepWhatIfCommand, Result<int>>
{
    public async Task<Result<int>> Handle(KeepWhatIfCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindForChangeAsync(db, user, request.Id, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var scenario = found.Value;
        var before = scenario.Input;
        if (Take(scenario, request, before) is { IsSuccess: false } refused) return refused.Error!;

        db.Tell(user, scenario, "what-if", Payload(request, before));
        var run = await ScenarioRunner.RunAsync(db, user, scenario, request.Draws, ScenarioRun.DefaultSeed, clock.GetUtcNow(), progress: null, cancellationToken);
        if (!run.IsSuccess) return run.Error!;
        await db.SaveChangesAsync(cancellationToken);
        return run.Value.Number;
    }

    private static Result Take(Scenario scenario, KeepWhatIfCommand request, ScenarioInput before)
    {
        if (request.Settings.Own is { } own)
        {
            var name = request.OwnName.Trim();
            if (before.PolicyNamed(name) is not null) return FieldRefusal.At(nameof(request.OwnName), "This scenario has a policy of this name. Choose another.");
            var revised = scenario.Revise(new ScenarioHead(scenario.Name, scenario.UnitId), before with { Policies = [.. before.Policies, own.ToPolicy(name)] });
            if (!revised.IsSuccess) return revised;
        }

        return scenario.Set([.. request.Settings.Values.Select(v => KeyValuePair.Create(v.Key, (Distribution?)new Distribution.Fixed(v.Value)))], request.Reason);
    }

    private static object Payload(KeepWhatIfCommand request, ScenarioInput before)
    {
        var distributions = before.Distributions();
        return new
        {
            reason = request.Reason.Trim(),
            parameters = request.Settings.Values.OrderBy(v => v.Key).ToDictionary(
                v => ModelParameters.Of(v.Key).Key, v => new { before = ScenarioChanges.Words(distributions[(int)v.Key - 1]), after = ScenarioChanges.Words(new Distribution.Fixed(v.Value)) }, StringComparer.Ordinal),
            policy = request.Settings.Own is { } own ? new { name = request.OwnName.Trim(), cut = own.Cut, move = own.Move, attrition = own.Attrition } : null,
        };
    }
}
