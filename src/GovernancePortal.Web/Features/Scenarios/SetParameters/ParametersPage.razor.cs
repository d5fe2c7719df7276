using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.SetParameters;

public sealed partial class ParametersPage
{
    private IReadOnlyList<FieldError> _faults = [];
    private ParameterSheet? _sheet;
    private ParameterTyped? _form;
    private Guid? _shown;
    private Error? _error;
    private string? _open;
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    private bool MayChange => _sheet is { Scenario: { MayEdit: true, State: ScenarioState.Current } };

    private string Finding => (_sheet, _error) switch
    {
        (null, null) => "Reading the parameters…",
        (null, _) => "The parameters could not be read.",
        var (sheet, _) => Count(sheet.Rows.Count(r => r.Own is not null), sheet.Rows.Count(r => r.Definition.Grade == EvidenceGrade.O && r.Own is null)),
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id) return;
        _shown = Id;
        await LoadAsync();
    }

    private static string Count(int changed, int open) =>
        (changed == 0 ? $"All {ModelParameters.All.Count} parameters have their defaults" : $"{Say.Number(changed, capital: true)} of {ModelParameters.All.Count} parameters {(changed == 1 ? "differs" : "differ")} from the default")
        + (open == 0 ? "." : $"; {Say.Number(open)} that only you can know still {(open == 1 ? "holds" : "hold")} a placeholder.");

    private static string Range(ParameterDefinition definition) => $"{Short(definition.Min)} to {Short(definition.Max)}";

    private static string Short(double value) => value.ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetParametersQuery(new ScenarioId(Id)), Closing);
        (_sheet, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private void Open(ParameterRow row) => Open(row, new ParameterTyped(row.Value, row.Own is null ? "" : row.Reason));

    private void Open(ParameterRow row, ParameterTyped form)
    {
        if (_open == row.Definition.Key && _form is not null && ReferenceEquals(form, _form)) return;
        (_open, _form, _faults, _error) = (row.Definition.Key, form, [], null);
    }

    private Task UseAsync(OwnFigure figure)
    {
        if (_sheet is null || figure.Value is null) return Task.CompletedTask;
        var row = _sheet.Rows.First(r => r.Definition.Parameter == figure.Parameter);
        Open(row, new ParameterTyped(figure.Value, $"Own data: {figure.Words}"));
        return Task.CompletedTask;
    }

    private void Close() => (_open, _form, _faults, _error) = (null, null, [], null);

    private Task SaveAsync()
    {
        var faults = new List<FieldError>();
        var value = _form!.Read(faults);
        _faults = faults;
        return faults.Count > 0 ? Task.CompletedTask : SendAsync(value);
    }

    private Task ResetAsync() => SendAsync(value: null);

    private async Task SendAsync(Distribution? value)
    {
        if (_busy || _sheet is not { } sheet || _open is not { } key) return;
        _busy = true;
        var result = await Mediator.Send(new SetParameterCommand(sheet.Scenario.Id, sheet.Scenario.Version, key, value, _form!.Reason), Closing);
        _busy = false;
        (_faults, _error) = (result.Error?.Fields ?? [], result.Error is { Fields.Count: 0 } error ? error : null);
        if (!result.IsSuccess) return;
        Close();
        await LoadAsync();
    }
}
