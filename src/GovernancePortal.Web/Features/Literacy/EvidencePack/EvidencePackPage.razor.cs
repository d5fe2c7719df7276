using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

public sealed partial class EvidencePackPage
{
    private bool _busy;
    private string _day = "";
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private bool _isShown;
    private string? _shown;
    private DateOnly? _today;
    private PackView? _view;

    /// <summary>As it stands in the address, which anybody can type.</summary>
    [SupplyParameterFromQuery]
    private string? On { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private string Finding =>
        _view is not { } view ? (_error is null && _faults.Count == 0 ? "Putting the pack together. A large organisation takes a while…" : "There is no pack to show.")
        : view.Content.Today is { Asked: 0 } ? $"On {Say.Day(view.Content.On)} no training was asked of anybody here; {Beside(view)}."
        : $"On {Say.Day(view.Content.On)}, {Say.Percent(view.Content.Today.Count.Share!.Value)} of the {Say.Of(view.Content.Today.Asked, "person", "people")} of whom training was asked had all of it; {Beside(view)}.";

    private string? Caveat =>
        _view is not { } view ? null
        : string.Join(' ', Caveats(view)) is { Length: > 0 } caveats ? caveats
        : null;

    protected override async Task OnParametersSetAsync()
    {
        if (_isShown && _shown == On) return;
        (_isShown, _shown) = (true, On);
        await LoadAsync();
    }

    private static string Beside(PackView view) =>
        $"{Say.Number(view.Content.Courses.Count)} {(view.Content.Courses.Count == 1 ? "course was" : "courses were")} taught, and {Say.Number(view.SessionCount)} logged {(view.SessionCount == 1 ? "session stands" : "sessions stand")} on record";

    private static IEnumerable<string> Caveats(PackView view)
    {
        if (view.Content.Duties.Any(d => d.ConfirmedOn is null)) yield return "Not every text of the duty has been confirmed by a person: compare it with its source before you rely on it.";
        if (view.Content.On == view.Today) yield return "Today is not over: what is recorded later today still belongs to this day.";
    }

    private static string File(string ending, PackView view) => $"literacy/evidence-pack.{ending}?on={Typed.Text(view.Content.On)}";

    private async Task LoadAsync()
    {
        (_view, _error) = (null, null);
        var faults = new List<FieldError>();
        var day = Typed.Day(On ?? "", nameof(On), faults);
        if (faults.Count > 0)
        {
            (_faults, _day) = ([new FieldError(nameof(On), $"“{On}” is no day that can be read. Choose one.")], "");
            return;
        }

        (_faults, _day) = ([], Typed.Text(day));
        var result = await Mediator.Send(new GetEvidencePackQuery(day), Closing);
        (_view, _faults) = (result.IsSuccess ? result.Value : null, result.Error?.Fields ?? []);
        _error = _faults.Count == 0 ? result.Error : null;
        _today ??= _view?.Today;
        if (_view is { } view) _day = Typed.Text(view.Content.On);
    }

    private void ShowDay() => Navigation.NavigateTo(_day.Length == 0 ? "literacy/evidence-pack" : $"literacy/evidence-pack?on={Uri.EscapeDataString(_day)}");

    // What goes on paper is told to the ledger first; it must be what stands on the page.
    private async Task PrintAsync()
    {
        if (_busy || _view is not { } view) return;
        _busy = true;
        var result = await Mediator.Send(new ExportEvidencePackCommand(PackForm.Print, view.Content.On, view.Sha256), Closing);
        if (result.IsSuccess) await Script.InvokeVoidAsync("printPage", Closing);
        else if (result.Error!.Kind == ErrorKind.Conflict) await LoadAsync();
        (_error, _busy) = (result.Error ?? _error, false);
    }
}
