using FluentValidation;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Policy = GovernancePortal.Domain.Scenarios.Policy;

namespace GovernancePortal.Web.Features.Scenarios.EvaluateScenario;

/// <summary>What of the model is asked for.</summary>
[Flags]
public enum ScenarioParts
{
    None = 0,
    Deterministic = 1,
    MonteCarlo = 2,
    Tornado = 4,
    BreakEven = 8,
    BestMix = 16,
}

/// <summary>Works a scenario out. Nothing is written, and nothing of the organisation is read.</summary>
/// <param name="Input">The scenario.</param>
/// <param name="Parts">What is asked for.</param>
/// <param name="Draws">For the part by chance.</param>
/// <param name="Seed">The same seed gives the same draws.</param>
[Requires(Policies.EvaluateScenarios)]
public sealed record EvaluateScenarioQuery(ScenarioInput Input, ScenarioParts Parts, int Draws = MonteCarlo.InteractiveDraws, ulong Seed = ScenarioRun.DefaultSeed) : IRequest<Result<ScenarioAnswer>>;

internal sealed class EvaluateScenarioValidator : AbstractValidator<EvaluateScenarioQuery>
{
    public EvaluateScenarioValidator()
    {
        RuleFor(q => q.Draws).InclusiveBetween(1, ScenarioRun.MostDraws).WithMessage($"Ask for 1 to {ScenarioRun.MostDraws:#,0} draws.");
        RuleFor(q => q.Input.Policies.Count).LessThanOrEqualTo(ScenarioInput.MostPolicies).WithMessage($"Compare at most {ScenarioInput.MostPolicies} policies.").OverridePropertyName("policies");
    }
}

internal sealed class EvaluateScenarioHandler : IRequestHandler<EvaluateScenarioQuery, Result<ScenarioAnswer>>
{
    public Task<Result<ScenarioAnswer>> Handle(EvaluateScenarioQuery request, CancellationToken cancellationToken)
    {
        if (ScenarioFaults.Of(request.Input) is { Count: > 0 } faults) return Task.FromResult<Result<ScenarioAnswer>>(FieldRefusal.Of([.. faults.Select(f => new FieldError(f.Field, f.Message))]));
        // The work takes a processor's time; whoever asked is not made to hold a thread of the page for it.
        return Task.Run(() => (Result<ScenarioAnswer>)Answer(request, cancellationToken), cancellationToken);
    }

    private static ScenarioAnswer Answer(EvaluateScenarioQuery request, CancellationToken cancellationToken)
    {
        var input = request.Input;
        var staff = StaffTotals.Of(input.Staff, ParameterSet.Means(input.Distributions()));
        // Works the model out to begin with, so only for those who ask.
        var sensitivity = (request.Parts & (ScenarioParts.Tornado | ScenarioParts.BreakEven | ScenarioParts.BestMix)) != ScenarioParts.None ? new Sensitivity(input) : null;
        var (reallocate, cut) = (input.PolicyNamed(Policy.ReallocateName), input.PolicyNamed(Policy.CutName));
        // Without people, or without the two policies, there is nothing to compare.
        var compares = staff.Headcount > 0 && reallocate is not null && cut is not null;
        return new ScenarioAnswer
        {
            Deterministic = Asks(ScenarioParts.Deterministic) ? DeterministicAnswer.Of(ScenarioModel.Evaluate(input)) : null,
            MonteCarlo = Asks(ScenarioParts.MonteCarlo) ? MonteCarloAnswer.Of(MonteCarlo.Run(input, request.Draws, request.Seed, cancellationToken: cancellationToken)) : null,
            Tornado = Asks(ScenarioParts.Tornado) && compares ? TornadoAnswer.Of(sensitivity!.Tornado(reallocate!, cut!)) : null,
            BreakEven = Asks(ScenarioParts.BreakEven) && compares ? BreakEven.Scanned.ToDictionary(s => ModelParameters.Of(s.Parameter).Key, s => sensitivity!.BreakEven(s.Parameter, s.From, s.To, reallocate!, cut!)) : null,
            BestMix = Asks(ScenarioParts.BestMix) && staff.Headcount > 0 ? sensitivity!.BestMix(ScenarioReport.MixSteps) : null,
        };

        bool Asks(ScenarioParts part) => request.Parts.HasFlag(part);
    }
}
