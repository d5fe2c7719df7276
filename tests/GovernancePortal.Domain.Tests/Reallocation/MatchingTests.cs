using System.Text.Json;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

public sealed class MatchingTests
{
    private const double Close = 1e-12;

    [Fact]
    public void Every_fit_of_the_cases_is_that_of_the_reference()
    {
        MatchCases.All.Count.ShouldBe(5);
        foreach (var one in MatchCases.All)
        {
            var matching = new Matching(one.People, one.Roles, one.Settings);
            var rows = one.Expected.GetProperty("matrix").EnumerateArray().ToList();
            for (var person = 0; person < one.People.Count; person++)
            {
                foreach (var (fit, role) in rows[person].EnumerateArray().Select((f, r) => (f, r))) FitIs(matching.Explain(person, role), fit);
            }
        }
    }

    [Fact]
    public void An_optimal_solver_gives_the_placements_of_the_reference()
    {
        foreach (var one in MatchCases.All)
        {
            var result = new Matching(one.People, one.Roles, one.Settings).Solve(new TryingEverything(), TestContext.Current.CancellationToken);

            result.Placed.ShouldBe(one.Expected.GetProperty("placed").GetInt32(), one.Title);
            result.TotalCost.ShouldBe(one.Expected.GetProperty("totalCost").GetInt64(), one.Title);
            foreach (var (placement, expected) in result.Placements.Zip(one.Expected.GetProperty("assignments").EnumerateArray()))
            {
                (placement.Best is { } best ? one.Roles[best].Id : null).ShouldBe(expected.GetProperty("bestRole").GetString());
                if (placement.Role is null) placement.Reason.ToString().ShouldBe(expected.GetProperty("reason").GetString(), StringCompareShould.IgnoreCase);
            }
        }
    }

    [Fact]
    public void Scarce_knowledge_counts_more_than_common_knowledge()
    {
        var role = new WorkRole("r", "Vetter", Level.Mid) { Knowledge = new Dictionary<string, double>(StringComparer.Ordinal) { ["rare"] = 1, ["common"] = 1 } };
        var people = new[] { Knowing("a", ("rare", 0.8)), Knowing("b", ("common", 0.8)), Knowing("c", ("common", 0.9)), Knowing("d", ("common", 0.6)) };
        var matching = new Matching(people, [role]);

        matching.Explain(0, 0).Score.Terms.Knowledge!.Value.ShouldBeGreaterThan(matching.Explain(1, 0).Score.Terms.Knowledge!.Value);
        matching.Explain(0, 0).Known.Single().Holders.ShouldBe(1);
        matching.Explain(1, 0).Known.Single().Holders.ShouldBe(3);
    }

    [Fact]
    public void The_explanation_says_what_counts_what_is_to_be_learned_and_what_was_given_up()
    {
        var vetter = new WorkRole("v", "AI change vetter, payments", Level.Senior)
        {
            Skills = [new("code review", 4, 2, IsMandatory: true), new("AI evaluation", 3)],
            Knowledge = new Dictionary<string, double>(StringComparer.Ordinal) { ["payments"] = 3, ["ledger"] = 1 },
        };
        var writer = new WorkRole("w", "Knowledge steward", Level.Senior) { Skills = [new("writing", 3)] };
        var first = Knowing("a", ("payments", 0.9), ("ledger", 0.7)) with
        {
            Level = Level.Senior,
            Skills = Levels(("code review", 4), ("AI evaluation", 1)),
            Preferences = new Dictionary<string, int>(StringComparer.Ordinal) { ["v"] = 1 },
        };
        var second = Knowing("b", ("payments", 0.8)) with { Level = Level.Senior, Skills = Levels(("code review", 4), ("AI evaluation", 1), ("writing", 2)), Preferences = new Dictionary<string, int>(StringComparer.Ordinal) { ["v"] = 1 } };
        WorkRole[] roles = [vetter, writer];
        Candidate[] people = [first, second];

        var placements = new Matching(people, roles).Solve(new TryingEverything(), TestContext.Current.CancellationToken).Placements;

        PlacementWords.Of(placements[0], first, roles).ShouldBe(
            [
                "The match proposes AI change vetter, payments.",
                "What counts most: you know ledger, which nobody else of those concerned knows well; you bring code review; it is your first choice.",
                "To learn: AI evaluation from 1 to 3; about one month.",
                "A person decides, and nothing happens before you and your manager have answered. You can decline, name other preferences, or have wrong data corrected.",
            ]);
        placements[1].Reason.ShouldBe(PlacementReason.Capacity);
        PlacementWords.Of(placements[1], second, roles)[3].ShouldStartWith("AI change vetter, payments would suit you better by ");
    }

    [Fact]
    public void How_rare_somebodys_knowledge_is_is_told_of_those_who_know_it_well_alone()
    {
        var role = new WorkRole("r", "Vetter", Level.Mid) { Knowledge = new Dictionary<string, double>(StringComparer.Ordinal) { ["payments"] = 1 } };
        Candidate[] people = [Knowing("a", ("payments", 0.4)), Knowing("b", ("payments", 0.9))];

        Told(people[..1]).ShouldContain("you know something of payments");
        Told(people).ShouldContain("you know something of payments", Case.Sensitive, "another one is its only holder");
        Told([people[1], people[0]]).ShouldContain("you know payments, which nobody else of those concerned knows well");
        Told(people).ShouldNotContain("every skill", Case.Sensitive, "the role asks for none");

        string Told(Candidate[] concerned)
        {
            var fit = new Matching(concerned, [role]).Explain(0, 0);
            return string.Join(' ', PlacementWords.Of(new Placement(0, 0, fit, 0, 0, PlacementReason.Best), concerned[0], [role]));
        }
    }

    [Fact]
    public void Whoever_no_role_comes_into_question_for_is_told_so()
    {
        var roles = new[] { new WorkRole("r", "Vetter", Level.Principal) };
        var junior = new Candidate("a", Level.Junior);

        var placement = new Matching([junior], roles).Solve(new TryingEverything(), TestContext.Current.CancellationToken).Placements.Single();

        placement.Reason.ShouldBe(PlacementReason.NoEligibleRole);
        PlacementWords.Of(placement, junior, roles)[0].ShouldBe("No role of this match comes into question for you.");
    }

    private static Candidate Knowing(string id, params (string Area, double Share)[] areas) => new(id, Level.Mid) { Knowledge = Levels(areas) };

    private static Dictionary<string, double> Levels(params (string Name, double Value)[] pairs) => pairs.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);

    private static void FitIs(Fit fit, JsonElement expected)
    {
        fit.Score.IsEligible.ShouldBe(expected.GetProperty("eligible").GetBoolean());
        fit.Score.Score.ShouldBe(expected.GetProperty("score").GetDouble(), Close);
        fit.Score.Cost.ShouldBe(expected.GetProperty("cost").GetInt32());
        fit.Score.TrainingMonths.ShouldBe(expected.GetProperty("trainingMonths").GetDouble(), Close);
        fit.Reasons.ShouldBe(expected.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()!));
    }
}
