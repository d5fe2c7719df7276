using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>Chooses the people of a session.</summary>
public sealed partial class SessionPeoplePicker
{
    private const int FirstShown = 27;
    private static readonly SessionPeople Nobody = new([], 0);

    private readonly ElementReference[] _tabs = new ElementReference[3];
    private SessionPeople _unit = Nobody;
    private SessionPeople _found = Nobody;
    private PastedPeople? _matched;
    private Error? _error;
    private Way _way;
    private string _search = "";
    private string _pasted = "";
    private int _shown = FirstShown;
    private ElementReference _field;
    private bool _toField;
    private bool _busy;

    private enum Way
    {
        Everyone,
        Search,
        Paste,
    }

    [Parameter, EditorRequired]
    public SessionDraft Draft { get; set; } = default!;

    [Parameter]
    public EventCallback Changed { get; set; }

    private IEnumerable<(Way Way, string Text)> Ways => [(Way.Everyone, $"Everyone, {Say.Count(_unit.Total)}"), (Way.Search, "Search"), (Way.Paste, "Paste a list")];

    private List<SessionPerson> Lacking => [.. _unit.People.Where(p => p.Lacks)];

    private IEnumerable<SessionPerson> Shown =>
        _way switch
        {
            Way.Everyone => _unit.People.Take(_shown),
            Way.Search => _found.People,
            _ => _matched?.Matched ?? [],
        };

    private string Status =>
        _way switch
        {
            Way.Everyone when _unit.Total > _unit.People.Count => $"The first {Say.Count(Math.Min(_shown, _unit.People.Count))} of {Say.Count(_unit.Total)} shown. Search or paste a list for the others.",
            Way.Everyone when _shown < _unit.People.Count => $"{Say.Count(_shown)} of {Say.Count(_unit.People.Count)} shown.",
            Way.Search when _search.Length > 0 && _found.People.Count == 0 => "Nobody you lead has a name that begins like this.",
            _ => "",
        };

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetSessionPeopleQuery(Draft.Unit.Id, Draft.CourseId), Closing);
        if (result.IsSuccess) _unit = result.Value;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_toField) return;
        _toField = false;
        await _field.FocusAsync();
    }

    // Whoever opens a way wants to type; whoever passes by with the arrow keys stays on the tabs.
    private void Open(Way way) => (_way, _toField) = (way, way != Way.Everyone);

    private async Task ShowAsync(Way way)
    {
        _way = way;
        await _tabs[(int)way].FocusAsync();
    }

    // The arrow keys go from tab to tab, as in every list of tabs.
    private Task MoveAsync(KeyboardEventArgs e) =>
        e.Key switch
        {
            "ArrowRight" => ShowAsync((Way)(((int)_way + 1) % 3)),
            "ArrowLeft" => ShowAsync((Way)(((int)_way + 2) % 3)),
            _ => Task.CompletedTask,
        };

    private async Task SearchAsync(ChangeEventArgs e)
    {
        _search = (e.Value as string ?? "").Trim();
        if (_search.Length == 0)
        {
            _found = Nobody;
            return;
        }

        var typed = _search;
        var result = await Mediator.Send(new GetSessionPeopleQuery(Draft.Unit.Id, Draft.CourseId, typed), Closing);
        if (result.IsSuccess && typed.Equals(_search, StringComparison.Ordinal)) _found = result.Value;
    }

    private async Task MatchAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new MatchPeopleQuery(_pasted), Closing);
        (_busy, _error) = (false, result.Error);
        if (!result.IsSuccess) return;
        _matched = result.Value;
        await TickAsync(_matched.Matched);
    }

    private Task UseAsync(UnmatchedLine line)
    {
        var people = _matched!;
        _matched = people with { Matched = line.Suggestion is { } one && !people.Matched.Any(m => m.Id == one.Id) ? [.. people.Matched, one] : people.Matched, Unmatched = [.. people.Unmatched.Where(u => u != line)] };
        return line.Suggestion is { } person ? TickAsync([person]) : Task.CompletedTask;
    }

    private Task ToggleAsync(SessionPerson person, ChangeEventArgs e)
    {
        Draft.Tick(person.Id, person.Name, e.Value is true);
        return Changed.InvokeAsync();
    }

    private Task TickAsync(IEnumerable<SessionPerson> people)
    {
        foreach (var person in people) Draft.Tick(person.Id, person.Name, ticked: true);
        return Changed.InvokeAsync();
    }

    private Task ClearAsync()
    {
        Draft.Ticked.Clear();
        return Changed.InvokeAsync();
    }
}
