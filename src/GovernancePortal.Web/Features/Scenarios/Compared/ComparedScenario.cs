using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Components.Charts;
using Policy = GovernancePortal.Domain.Scenarios.Policy;

namespace GovernancePortal.Web.Features.Scenarios.Compared;

/// <summary>One policy with everything the pages show of it.</summary>
/// <param name="Policy">Which.</param>
/// <param name="Title">What it does with how many positions.</param>
/// <param name="Css">Colour of its series.</param>
/// <param name="Outcome">With every parameter at its mean.</param>
/// <param name="Risk">Over all draws.</param>
public sealed record ComparedPolicy(Policy Policy, string Title, string Css, PolicyOutcome Outcome, PolicyRisk Risk)
{
    public bool IsFirst => Risk.VsFirst is null;
}

/// <summary>A result as the parts of a comparison page read it.</summary>
public sealed class ComparedScenario
{
    public ComparedScenario(ScenarioInput input, ScenarioReport report)
    {
        (Input, Report, Finding) = (input, report, new ScenarioFinding(input, report.Outcome, report.MonteCarlo));
        var titles = new PolicyTitles(input.Policies, report.Outcome.Staff.Displaced);
        Policies = [.. input.Policies.Select((p, i) => new ComparedPolicy(p, titles.Titles[i], titles.Css[i], report.Outcome.Policies[i], report.MonteCarlo.Policies[i]))];
    }

    public ScenarioInput Input { get; }

    public ScenarioReport Report { get; }

    public ScenarioFinding Finding { get; }

    public IReadOnlyList<ComparedPolicy> Policies { get; }

    public MonteCarloResult Chance => Report.MonteCarlo;

    public int Months => Policies[0].Outcome.Months.Count;

    public double Displaced => Report.Outcome.Staff.Displaced;

    /// <summary>What every figure of money is a difference to: "doing nothing".</summary>
    public string First => PolicyWords.Act(Policies[0].Policy);

    public Func<double, string> WithSign => amount => ScenarioFigures.WithSign(amount, Input.Currency);

    public Func<double, string> Money => amount => ScenarioFigures.Money(amount, Input.Currency);

    /// <summary>For tables and pages: "12 people, 3 positions displaced".</summary>
    public string People => $"{ScenarioFigures.People(Report.Outcome.Staff.Headcount)} people, {ScenarioFigures.People(Displaced)} displaced";

    /// <summary>The ranges of all policies against the first.</summary>
    public IReadOnlyList<RangeRow> Ranges =>
    [
        .. Policies.Select(p => new RangeRow(p.Title, p.Policy.Name, p.Css, p.Risk.VsFirst, ScenarioFigures.PercentFine(p.Risk.ProbabilityBest))
        {
            Expected = p.IsFirst ? null : p.Outcome.NpvVsFirst,
            More = p.IsFirst ? ["", ""] : [WithSign(p.Outcome.NpvVsFirst), ScenarioFigures.PercentFine(p.Risk.ProbabilityBeatsFirst)],
        }),
    ];
}
