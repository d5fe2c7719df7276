using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.ListScenarios;

public sealed partial class ScenariosPage
{
    private static readonly string[] Verdicts = [.. Domain.Scenarios.Verdict.Bands, Domain.Scenarios.Verdict.NoDifference];

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Verdict { get; set; }

    protected override ScenariosAddress Here => new(Search, State, Verdict, Sort, Page ?? 1);

    protected override string Noun => "scenarios";

    private static string Figure(double count) => count.ToString("#,0.#", CultureInfo.InvariantCulture);

    protected override string FindingOf(ScenarioList list)
    {
        if (list.All == 0) return list.MayEdit ? "Nobody has asked yet what cutting or moving people would do. Build the first scenario." : "There is no scenario yet that you may see.";
        var (move, cut) = (Domain.Scenarios.Verdict.ForMoving.Sum(Of), Domain.Scenarios.Verdict.ForCutting.Sum(Of));
        var all = $"{Say.Number(list.All, capital: true)} {(list.All == 1 ? "scenario" : "scenarios")}";
        return $"{all}: moving people looks better than cutting in {Say.Number(move)}, cutting looks better in {Say.Number(cut)}{(list.All == move + cut ? "." : $", and {Say.Number(list.All - move - cut)} {(list.All - move - cut == 1 ? "is" : "are")} open.")}";

        int Of(string verdict) => list.Verdicts.GetValueOrDefault(verdict);
    }
}
