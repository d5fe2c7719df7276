using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

public sealed partial class FromFileForm
{
    private readonly Dictionary<string, Guid> _units = new(StringComparer.Ordinal);
    private IReadOnlyList<FieldError> _faults = [];
    private Error? _error;
    private ScenarioFile? _file;
    private string _fileName = "";
    private string _name = "";
    private string _unit = "";
    private string _revenue = "";
    private string _currency = "GBP";
    private bool _busy;
    private int _round;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        if (_busy) return;
        (_busy, _faults, _error, _file, _fileName) = (true, [], null, null, chosen.File.Name);
        Result<ScenarioFile> result;
        try
        {
            // The request itself counts bytes and refuses with a sentence; the stream would only break off.
            await using var content = chosen.File.OpenReadStream(long.MaxValue, Closing);
            result = await Mediator.Send(new ReadScenarioFileQuery(chosen.File.Name, content), Closing);
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException or OperationCanceledException)
        {
            result = new Error("scenario.file", "The file did not arrive. Nothing was read; choose it again.");
        }

        // A new input, so that the same file can be chosen again after a refusal.
        (_busy, _round) = (false, _round + 1);
        Tell(result.Error);
        if (!result.IsSuccess) return;
        _file = result.Value;
        if (_name.Length == 0) _name = _file.Name.Length > 0 ? _file.Name : Path.GetFileNameWithoutExtension(_fileName);
    }

    private async Task CreateAsync()
    {
        if (_busy || _file is not { } file) return;
        var faults = new List<FieldError>();
        UnitId? unit = null;
        if (_unit.Trim().Length > 0)
        {
            if (_units.TryGetValue(_unit.Trim(), out var id)) unit = new UnitId(id);
            else faults.Add(new("UnitId", "Choose a unit of the list, or none."));
        }

        var input = file.Input;
        if (file.Rows is not null) input = input with { AnnualRevenue = TypedFigures.Needed(_revenue, "annualRevenue", faults), Currency = _currency.Trim() };
        (_faults, _error) = (faults, null);
        if (faults.Count > 0) return;

        _busy = true;
        var note = string.Join(' ', [$"From the file {_fileName}.", .. file.Notes]);
        var result = await Mediator.Send(new CreateScenarioCommand(_name, unit, ScenarioOrigin.Import, input, note, file.Reasons), Closing);
        _busy = false;
        Tell(result.Error);
        if (result.IsSuccess) Navigation.NavigateTo($"scenarios/{result.Value}/edit");
    }

    private void Tell(Error? error) => (_faults, _error) = (error?.Fields ?? [], error is { Fields.Count: 0 } ? error : null);

    private async Task<IReadOnlyList<string>> FindUnitsAsync(string text)
    {
        var found = await Mediator.Send(new FindScenarioUnitsQuery(text), Closing);
        if (!found.IsSuccess) return [];
        foreach (var choice in found.Value) _units[choice.Label] = choice.Id;
        return [.. found.Value.Select(c => c.Label)];
    }
}
