using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Components.Charts;

namespace GovernancePortal.Web.Features.Scenarios.Compared;

/// <summary>The tornado of a scenario as a chart draws it.</summary>
internal static class SensitivityBars
{
    public static IReadOnlyList<TornadoBar> Of(ComparedScenario scenario)
    {
        var distributions = scenario.Input.Distributions();
        return [.. (scenario.Report.Tornado?.Rows ?? []).Select(Bar)];

        TornadoBar Bar(TornadoRow row)
        {
            var (grade, distribution) = (ModelParameters.Of(row.Parameter).Grade, distributions[(int)row.Parameter - 1]);
            return new(
                ParameterWords.Title(row.Parameter),
                grade.ToString(),
                row.FlipsSign ? "s6" : grade == EvidenceGrade.D ? "s4" : "s5",
                ParameterWords.Value(row, row.Low, distribution, scenario.Input.Currency),
                ParameterWords.Value(row, row.High, distribution, scenario.Input.Currency),
                row.DeltaLow,
                row.DeltaHigh,
                row.FlipsSign);
        }
    }
}
