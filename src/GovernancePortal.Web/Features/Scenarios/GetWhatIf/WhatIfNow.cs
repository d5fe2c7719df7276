using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Components.Charts;
using GovernancePortal.Web.Features.Scenarios.Compared;

namespace GovernancePortal.Web.Features.Scenarios.GetWhatIf;

/// <summary>What comes of the figures as they are set, with every parameter at its mean.</summary>
/// <param name="Shown">Policies, parameters, horizon and currency.</param>
/// <param name="Outcome">Of them.</param>
public sealed record WhatIfNow(ScenarioInput Shown, ScenarioOutcome Outcome)
{
    public string First => PolicyWords.Act(Shown.Policies[0]);

    public string People => $"{ScenarioFigures.People(Outcome.Staff.Headcount)} people, {ScenarioFigures.People(Outcome.Staff.Displaced)} displaced, {Shown.HorizonMonths} months";

    /// <summary>Which policy is worth most, and by how much.</summary>
    public string Sentence
    {
        get
        {
            if (Outcome.Best is null) return "There is nobody in this scenario.";
            var order = Outcome.Policies.OrderByDescending(p => p.Npv).ToList();
            if (order.Count < 2 || order[0].Npv - order[1].Npv < 0.5) return $"With these figures {PolicyWords.Act(order[0].Policy)} is worth as much as the next policy.";
            return $"With these figures {PolicyWords.Act(order[0].Policy)} is worth most, {ScenarioFigures.Money(order[0].Npv - order[1].Npv, Shown.Currency)} more than {PolicyWords.Act(order[1].Policy)}.";
        }
    }

    /// <summary>The bands of draws, which may be of an earlier setting, with the answers of now.</summary>
    public IReadOnlyList<RangeRow> RangesOf(MonteCarloResult chance)
    {
        var titles = new PolicyTitles(Shown.Policies, Outcome.Staff.Displaced);
        return
        [
            .. Shown.Policies.Select((p, i) =>
            {
                var (outcome, risk) = (Outcome.Policies[i], chance.Policies.FirstOrDefault(r => r.Name == p.Name));
                var expected = i == 0 ? null : (double?)outcome.NpvVsFirst;
                // A policy that was added has no bands yet; it stands at its answer of now.
                var spread = i == 0 ? null : risk?.VsFirst ?? new Spread(expected!.Value, expected.Value, expected.Value, expected.Value, expected.Value, expected.Value);
                return new RangeRow(titles.Titles[i], p.Name, titles.Css[i], spread, risk is null ? "" : ScenarioFigures.PercentFine(risk.ProbabilityBest))
                {
                    Expected = expected,
                    More = i == 0 ? ["", ""] : [ScenarioFigures.WithSign(outcome.NpvVsFirst, Shown.Currency), risk is null ? "" : ScenarioFigures.PercentFine(risk.ProbabilityBeatsFirst)],
                };
            }),
        ];
    }
}
