using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.EvaluateTarget;

public sealed partial class EvaluateTargetPage
{
    private EvaluationOutcome? _outcome;
    private Error? _error;

    [Parameter]
    public Guid Id { get; set; }

    private string Finding => (_error, _outcome) switch
    {
        ({ } error, _) => error.Message,
        (_, null) => "Evaluating.",
        (_, { IsDryRun: false, Findings: null }) => "Today's step is taken.",
        (_, { IsDryRun: false }) => "The target is paused at once: with today's data it would have been paused tonight.",
        (_, { Transition: null }) => "With today's data, tonight changes nothing.",
        (_, { Transition: "resumed" }) => "With today's data, it restarts tonight.",
        (_, { Transition: "guardrailsHold" }) => "With today's data, it goes live tonight.",
        (_, { Transition: "achieved" }) => "With today's data, it is achieved tonight.",
        _ => "With today's data, it changes tonight.",
    };

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new EvaluateTargetCommand(new AdoptionTargetId(Id)), Closing);
        (_outcome, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private static string Word(GuardrailStatus status) => status switch
    {
        GuardrailStatus.Pass => "passes",
        GuardrailStatus.Warn => "watch",
        GuardrailStatus.Fail => "fails",
        _ => "no data, counts as failing",
    };
}
