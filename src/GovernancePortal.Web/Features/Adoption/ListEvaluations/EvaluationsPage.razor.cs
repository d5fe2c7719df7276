using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.ListEvaluations;

public sealed partial class EvaluationsPage
{
    private EvaluationList? _list;
    private Error? _error;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    private string Finding => _list switch
    {
        null => _error?.Message ?? "Reading the evaluations.",
        { Evaluations.Total: 0 } => $"{_list.UnitName} has not been evaluated yet.",
        { Evaluations.Total: 1 } => $"{_list.UnitName} has been evaluated once.",
        var list => $"{list.UnitName} has been evaluated {Say.Count(list.Evaluations.Total)} times. Each can be opened to see what decided.",
    };

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new ListEvaluationsQuery(new AdoptionTargetId(Id), new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        (_list, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private string PageLink(int page) => $"targets/{Id}/evaluations{(page > 1 ? $"?page={page}" : "")}";

    private static string State(EvaluationRow row) => row.Before == row.After ? row.After.ToString() : $"{row.Before} to {row.After.ToString().ToLowerInvariant()}";

    private static string Holding(EvaluationRow row) => $"{row.Findings.Count(f => f.Holds)} of {row.Findings.Count} hold";

    private static string Word(GuardrailFinding finding) => (finding.Status, finding.Holds) switch
    {
        (GuardrailStatus.Unknown, _) => "no data",
        (GuardrailStatus.Fail, true) => "fails, held until then",
        (GuardrailStatus.Fail, _) => "fails",
        (GuardrailStatus.Pass, true) => "holds",
        (GuardrailStatus.Pass, _) => "clearing",
        _ => finding.Holds ? "watch, held" : "watch",
    };

    private static string Shape(GuardrailFinding finding) => (finding.Status, finding.Holds) switch
    {
        (GuardrailStatus.Unknown, _) => "nodata",
        (GuardrailStatus.Fail, _) => "fails",
        (GuardrailStatus.Pass, true) => "holds",
        _ => "watch",
    };
}
