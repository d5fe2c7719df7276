using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Scenarios;
using static GovernancePortal.Domain.Tests.Reallocation.Plans;

namespace GovernancePortal.Domain.Tests.Reallocation;

/// <summary>What was expected of a plan, what came of it, and how seats are shared out.</summary>
public sealed class PlanOutcomeTests
{
    private const double Close = 1e-9;

    [Fact]
    public void Without_a_scenario_the_forecast_rests_on_the_models_defaults()
    {
        var plan = Checked(Given(PersonId.New(), Vetter, 1.5), Given(PersonId.New(), Vetter, 0.5));

        var forecast = PlanForecast.Of(plan.Moves, null, "");

        // 80% take up their role and 12% leave in a year, by the model's defaults.
        (forecast.Moves, forecast.TrainingMonths, forecast.IncidentsCaught).ShouldBe((2, 2, null));
        forecast.Regret.ShouldBe(2 * 0.2, Close);
        forecast.Refill.ShouldBe((2 * 0.2) + (2 * 0.8 * 0.12), Close);
        forecast.Basis.ShouldContain("No scenario is linked");
        PlanForecast.Read(forecast.ToJson()).ShouldBe(forecast);
    }

    [Fact]
    public void With_a_scenario_it_rests_on_its_parameters_and_its_incidents()
    {
        var input = new ScenarioInput
        {
            AnnualRevenue = 9_000_000,
            Staff = [new StaffCell(Level.Mid, 60_000, 4, IsDisplaced: true) { Count = 4 }, new StaffCell(Level.Mid, 60_000, 4, IsDisplaced: false) { Count = 40 }],
            Parameters = new Dictionary<Parameter, Distribution> { [Parameter.PlacementSuccess] = new Distribution.Fixed(0.9), [Parameter.TurnoverAnnual] = new Distribution.Fixed(0) },
        };
        var scenario = Scenario.Create(new ScenarioHead("Checkout", null), ScenarioOrigin.Template, input, "", Author, "", Now).Value;
        var run = scenario.Keep(ScenarioReport.Of(scenario.Input, 20, 1, cancellationToken: TestContext.Current.CancellationToken), null, Author, "", Now).Value;
        var policies = run.Report.Outcome.Policies;

        var forecast = PlanForecast.Of(Checked(Given(PersonId.New(), Vetter), Given(PersonId.New(), Vetter)).Moves, run, "Checkout");

        (forecast.Regret, forecast.Refill).ShouldBe((2 * (1 - 0.9), 2 * (1 - 0.9)));
        var prevented = policies.Single(p => p.Policy.Name == "Baseline").Months.Take(12).Sum(m => m.Incidents) - policies.Single(p => p.Policy.Name == "Reallocate").Months.Take(12).Sum(m => m.Incidents);
        forecast.IncidentsCaught!.Value.ShouldBe(Math.Max(0, prevented) / 2, Close, "the plan moves two of the four");
        forecast.Basis.ShouldBe("From run 1 of the scenario “Checkout”.");
    }

    [Fact]
    public void A_forecast_is_scored_against_what_happened_so_far()
    {
        var score = PlanScore.Of(Forecast, new PlanOutcome(Started: 8, TrainingMonths: 5, Reversed: 0, Refilled: 3, Caught: 2, MonthsSince: 6));

        score.Share.ShouldBe(0.5);
        // Half of two, of three and of four are expected by now.
        score.Figures.Select(f => (f.Expected, f.Happened, f.Score)).ShouldBe([(10, 8, 80), (5, 5, 100), (1, 0, 0), (1.5, 3, 0), (2, 2, 100)]);
        score.Overall.ShouldBe(56);
        PlanScore.Of(Forecast with { IncidentsCaught = null }, new PlanOutcome(10, 5, 1, 1, 0, 6)).Figures[^1].Score.ShouldBeNull();
    }

    [Fact]
    public void What_happened_is_read_from_the_moves()
    {
        var (plan, move) = Accepted(months: 1);
        Done(move.BeginTraining(plan, Today));
        Done(move.CompleteTraining(plan, Today.AddDays(61)));
        Done(move.HandOver(plan, 0, Today.AddDays(61)));
        Done(move.Start(plan, Today.AddDays(61)));
        Done(move.Leave(plan, "It was not for them.", Today.AddDays(100)));

        var outcome = PlanOutcome.Of(plan.Moves, refilled: 1, caught: 4, Today, Today.AddDays(800));

        (outcome.Started, outcome.Reversed, outcome.Refilled, outcome.Caught, outcome.MonthsSince).ShouldBe((1, 1, 1, 4, 12));
        outcome.TrainingMonths.ShouldBe(2, 0.01);
    }

    [Fact]
    public void A_pull_back_is_kept_with_what_had_been_forecast()
    {
        var plan = Published();

        PushPullEntry.Create(Checked(), PushPullKind.Rehire, Today, 1, "Why", "What", "HR", Now).Error!.Code.ShouldBe("plan.state");
        PushPullEntry.Create(plan, PushPullKind.Rehire, Today.AddDays(1), 1, "Why", "What", "HR", Now).Error!.Fields.Single().Field.ShouldBe("On");
        PushPullEntry.Create(plan, PushPullKind.Rehire, Today.AddDays(-1), 1, "Why", "What", "HR", Now).Error!.Fields.Single().Field.ShouldBe("On");
        PushPullEntry.Create(plan, PushPullKind.Rehire, Today, 0, "Why", "What", "HR", Now).Error!.Fields.Single().Field.ShouldBe("Positions");
        PushPullEntry.Create(plan, PushPullKind.Rehire, Today, 1, " ", "What", "HR", Now).Error!.Fields.Single().Field.ShouldBe("Reason");
        PushPullEntry.Create(plan, PushPullKind.Rehire, Today, 1, "Why", "", "HR", Now).Error!.Fields.Single().Field.ShouldBe("Outcome");
        PushPullEntry.Create(plan, PushPullKind.Rehire, Today, 1, "Why", "What", "HR", Now).Value.Forecast.ShouldBe("3 of 10 positions filled again within a year.");
        PushPullEntry.Create(plan, PushPullKind.Reversal, Today, 1, "Why", "What", "HR", Now).Value.Forecast.ShouldBe("2 of 10 moves not to last a year.");
    }

    [Fact]
    public void Seats_are_shared_out_near_to_where_people_are()
    {
        var (checkout, logistics) = (UnitId.New(), UnitId.New());
        UnitSeats[] seats = [new(logistics, "Larkfield / Logistics", 1), new(checkout, "Larkfield / Checkout", 1)];

        SeatSharing.Share(["Larkfield / Checkout / Payments", "Larkfield / Checkout"], seats).ShouldBe([logistics, checkout], "whoever is nearest comes first");
        SeatSharing.Share(["Larkfield / Finance", "Larkfield / Checkout", "Larkfield / Stores"], seats).ShouldBe([logistics, checkout, null]);
    }

    [Fact]
    public void Who_is_settled_keeps_their_seat_and_the_rest_are_matched_to_what_is_left()
    {
        var problem = new MatchProblem(3, [1, 1], [new(0, 0, 100), new(1, 0, 0), new(1, 1, 500), new(2, 1, 10)]);

        new SettledSolver(new TryingEverything(), new Dictionary<int, int> { [0] = 0 }).Solve(problem, TestContext.Current.CancellationToken).ShouldBe([0, null, 1]);
        Should.Throw<ArgumentException>(() => new SettledSolver(new TryingEverything(), new Dictionary<int, int> { [0] = 0, [1] = 0 }).Solve(problem, TestContext.Current.CancellationToken));
    }
}
