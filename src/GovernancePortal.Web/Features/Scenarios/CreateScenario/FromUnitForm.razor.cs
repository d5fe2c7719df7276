using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

public sealed partial class FromUnitForm
{
    private readonly Dictionary<string, Guid> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<Level, string> _shares = LevelCount.Levels.ToDictionary(l => l, _ => "");
    private readonly List<NamedChoice> _picked = [];
    private IReadOnlyList<FieldError> _faults = [];
    private Error? _error;
    private PositionCount? _count;
    private string _name = "";
    private string _unit = "";
    private string _revenue = "";
    private string _currency = "GBP";
    private string _horizon = Typed.Text(ScenarioInput.DefaultHorizon);
    private string _person = "";
    private bool _busy;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private static string Capital(Level level) => level.ToString();

    private async Task CreateAsync()
    {
        var faults = new List<FieldError>();
        var (unit, displaced) = Read(faults);
        if (string.IsNullOrWhiteSpace(_name)) faults.Add(new("Name", "Give it a name."));
        var revenue = TypedFigures.Needed(_revenue, "annualRevenue", faults);
        var horizon = Typed.Number(_horizon, "horizonMonths", faults) ?? 0;
        if (horizon is < 1 or > ScenarioFaults.MaxHorizon && !faults.Exists(f => f.Field == "horizonMonths")) faults.Add(new("horizonMonths", $"Enter 1 to {ScenarioFaults.MaxHorizon} months."));
        await DoAsync(faults, async () =>
        {
            var result = await Mediator.Send(new BuildScenarioCommand(_name, unit, new ScenarioFrame(horizon, revenue, _currency), displaced), Closing);
            if (result.IsSuccess) Navigation.NavigateTo($"scenarios/{result.Value}/edit");
            return result.Error;
        });
    }

    private async Task CountAsync()
    {
        var faults = new List<FieldError>();
        var (unit, displaced) = Read(faults);
        await DoAsync(faults, async () =>
        {
            var result = await Mediator.Send(new CountPositionsQuery(unit, displaced), Closing);
            _count = result.IsSuccess ? result.Value : null;
            return result.Error;
        });
    }

    private async Task DoAsync(List<FieldError> faults, Func<Task<Error?>> work)
    {
        if (_busy) return;
        (_faults, _error) = (faults, null);
        if (faults.Count > 0) return;
        _busy = true;
        var error = await work();
        (_faults, _error, _busy) = (error?.Fields ?? [], error is { Fields.Count: 0 } ? error : null, false);
    }

    private (UnitId Unit, DisplacedChoice Displaced) Read(List<FieldError> faults)
    {
        if (!_units.TryGetValue(_unit.Trim(), out var unit)) faults.Add(new("UnitId", "Choose a unit of the list."));
        var shares = _shares.Where(s => !string.IsNullOrWhiteSpace(s.Value)).ToDictionary(s => s.Key, s => TypedFigures.Share(s.Value, $"Share{s.Key}", faults));
        faults.AddRange(shares.Where(s => s.Value is < 0 or > 1).Select(s => new FieldError($"Share{s.Key}", "A share lies between 0 and 100%.")));
        return (new UnitId(unit), new DisplacedChoice(shares, [.. _picked.Select(p => new PersonId(p.Id))]));
    }

    private void AddPerson()
    {
        if (!_people.TryGetValue(_person.Trim(), out var id))
        {
            _faults = [new("People", "Choose a person of the list, then add.")];
            return;
        }

        if (_picked.TrueForAll(p => p.Id != id)) _picked.Add(new NamedChoice(id, _person.Trim()));
        (_person, _faults) = ("", []);
    }

    private async Task<IReadOnlyList<string>> FindUnitsAsync(string text) => Offer(await Mediator.Send(new FindScenarioUnitsQuery(text), Closing), _units);

    private async Task<IReadOnlyList<string>> FindPeopleAsync(string text) => Offer(await Mediator.Send(new FindScenarioPeopleQuery(text), Closing), _people);

    private static IReadOnlyList<string> Offer(Result<IReadOnlyList<NamedChoice>> found, Dictionary<string, Guid> known)
    {
        if (!found.IsSuccess) return [];
        foreach (var choice in found.Value) known[choice.Label] = choice.Id;
        return [.. found.Value.Select(c => c.Label)];
    }
}
