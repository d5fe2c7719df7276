using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;
using Policy = GovernancePortal.Domain.Scenarios.Policy;

namespace GovernancePortal.Web.Features.Scenarios.EditScenario;

public sealed partial class EditScenarioPage
{
    private List<PolicyRow> _policies = [];
    private Dictionary<Level, string> _shares = [];
    private IReadOnlyList<FieldError> _faults = [];
    private ScenarioQuestion? _question;
    private Guid? _shown;
    private Error? _error;
    private string _name = "";
    private string _horizon = "";
    private string _revenue = "";
    private string _currency = "";
    private string _said = "Runs that are there stay as they are.";
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    private string Finding => (_question, _error) switch
    {
        (null, null) => "Reading the scenario…",
        (null, _) => "The scenario could not be read.",
        var (q, _) => $"{Figure(q.Levels.Sum(l => l.Displaced))} of {Figure(q.Levels.Sum(l => l.Positions))} positions are in question; {Say.Of(q.Policies.Count, "policy is", "policies are")} compared over {q.Frame.HorizonMonths} months.",
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id) return;
        _shown = Id;
        await LoadAsync();
    }

    private static string Figure(double count) => count.ToString("#,0.#", CultureInfo.InvariantCulture);

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetScenarioQuestionQuery(new ScenarioId(Id)), Closing);
        (_question, _error, _faults) = (result.IsSuccess ? result.Value : null, result.Error, []);
        if (_question is not { } question) return;

        (_name, _horizon, _revenue, _currency) = (question.Scenario.Name, Typed.Text(question.Frame.HorizonMonths), TypedFigures.Text(question.Frame.AnnualRevenue), question.Frame.Currency);
        _policies = [.. question.Policies.Select(p => new PolicyRow(p))];
        _shares = LevelCount.Levels.ToDictionary(l => l, _ => "");
    }

    private void Add()
    {
        var number = 1;
        while (_policies.Exists(p => p.Name == $"Policy {number}")) number++;
        _policies.Add(new PolicyRow(new Policy($"Policy {number}", 0, 0.5, 0.5)));
    }

    private async Task SaveAsync()
    {
        if (_busy || _question is not { } question) return;
        var faults = new List<FieldError>();
        var frame = new ScenarioFrame(Typed.Number(_horizon, "horizonMonths", faults) ?? 0, TypedFigures.Needed(_revenue, "annualRevenue", faults), _currency);
        var policies = _policies.Select((p, i) => p.Read(i, faults)).ToList();
        var shares = _shares.Where(s => !string.IsNullOrWhiteSpace(s.Value)).ToDictionary(s => s.Key, s => TypedFigures.Share(s.Value, "Displaced", faults));
        (_faults, _error) = (faults, null);
        if (faults.Count > 0) return;

        _busy = true;
        var result = await Mediator.Send(new ReviseScenarioCommand(question.Scenario.Id, question.Scenario.Version, _name, frame, policies, shares), Closing);
        _busy = false;
        if (result.IsSuccess)
        {
            await LoadAsync();
            _said = "Saved. Runs that are there stay as they are.";
        }
        else
        {
            (_faults, _error) = (result.Error!.Fields, result.Error.Fields.Count == 0 ? result.Error : null);
        }
    }
}
