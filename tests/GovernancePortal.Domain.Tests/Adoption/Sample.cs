using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Adoption;

/// <summary>A target that could be approved today, and the evidence that lets it go live.</summary>
internal static class Sample
{
    public static readonly DateOnly Start = new(2026, 3, 2);
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Lead = PersonId.New();
    public static readonly PersonId Director = PersonId.New();

    public static readonly TargetTerms Terms = new()
    {
        Metric = "weeklyActiveAiUsersShare",
        Scope = UnitId.New(),
        BaselineValue = 0.2,
        TargetValue = 0.6,
        StartDate = Start,
        DueDate = Start.AddMonths(6),
        Owner = Lead,
        OutcomeMetric = "daysToSettle",
        OutcomeBaseline = 9,
        OutcomeDirection = Direction.Max,
        AchieveAfter = 2,
    };

    /// <summary>Every guardrail clears on the first good day, so that a test tells one story.</summary>
    public static AdoptionTarget Draft()
    {
        var target = AdoptionTarget.Draft(Terms, Now).Value;
        foreach (var type in GuardrailCatalogue.Mandatory)
        {
            var added = target.AddGuardrail(type.ToString(), GuardrailCatalogue.Of(type).Defaults with { BreachAfter = 1, ClearAfter = 1 });
            added.IsSuccess.ShouldBeTrue();
        }

        return target;
    }

    public static AdoptionTarget Approved()
    {
        var target = Draft();
        target.Propose(Lead, Now).IsSuccess.ShouldBeTrue();
        target.Approve(Director, Now).IsSuccess.ShouldBeTrue();
        return target;
    }

    public static AdoptionTarget Active()
    {
        var target = Approved();
        target.Evaluate(Good(Start), Now).Value.Transition.ShouldBe("guardrailsHold");
        return target;
    }

    public static TargetReading Good(DateOnly date, params (GuardrailType Type, GuardrailObservation? Observation)[] except)
    {
        var observations = GuardrailCatalogue.Mandatory.ToDictionary(
            t => t.ToString(),
            t => new GuardrailObservation(GuardrailCatalogue.Of(t).Defaults.Exit, Sample: 1000, AgeDays: 0),
            StringComparer.Ordinal);
        foreach (var (type, observation) in except)
        {
            if (observation is null) observations.Remove(type.ToString());
            else observations[type.ToString()] = observation;
        }

        return new(date, Metric: 0.7, Outcome: 8, observations);
    }
}
