using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.ListFigures;

public sealed partial class FiguresPage
{
    private FigureList? _list;
    private Error? _error;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Name of a <see cref="GuardrailType"/>.</summary>
    [Parameter]
    public string Type { get; set; } = "";

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    private bool IsOutcome => Type == nameof(GuardrailType.OutcomeNotWorse);

    private string Finding => _list switch
    {
        null => _error?.Message ?? "Reading the figures.",
        _ when Deployments >= _list.Guardrail.Defaults.MinSample && Deployments > 0 =>
            $"{Say.Count(Failed)} of {Say.Of(Deployments, "deployment", "deployments")} of the last 28 days failed. They are counted for {_list.UnitName}; an imported figure does not decide.",
        { Figures.Total: 0, Projects.Count: 0 } => $"No figure has been imported for {_list.UnitName}, so this guardrail counts as failing.",
        { Figures.Total: 0 } => $"No figure has been imported for {_list.UnitName}; its deployments are counted, and are too few to decide.",
        { Figures.Items: [] } => "There is no figure on this page.",
        { Figures: { Page: 1, Items: [var newest, ..] } } list => $"The newest figure of {list.UnitName} is {Value(newest)}, of {Say.Day(newest.Date)}{Baseline}.",
        var list => $"{Say.Of(list.Figures.Total, "figure", "figures")} of {list.UnitName}, newest first.",
    };

    private int Deployments => _list?.Projects.Sum(p => p.Deployments) ?? 0;

    private int Failed => _list?.Projects.Sum(p => p.Failed) ?? 0;

    private string Baseline => _list?.Baseline is { } baseline && IsOutcome ? $", against a baseline of {baseline:0.##}" : "";

    protected override async Task OnParametersSetAsync()
    {
        if (!GuardrailCatalogue.TryParse(Type, out var type))
        {
            (_list, _error) = (null, TargetErrors.NotFound);
            return;
        }

        var result = await Mediator.Send(new ListFiguresQuery(new AdoptionTargetId(Id), type, new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        (_list, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private string Value(FigureOfDay figure) => IsOutcome ? $"{figure.Value:0.##}" : TargetWords.Figure(_list!.Guardrail.Type, figure.Value);

    private string PageLink(int page) => $"targets/{Id}/figures/{Type}{(page > 1 ? $"?page={page}" : "")}";
}
