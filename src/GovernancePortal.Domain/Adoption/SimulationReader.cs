using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Adoption;

/// <summary>Turns the text of a back-test into terms, settings and readings, and collects every fault with its place.</summary>
internal sealed class SimulationReader
{
    private readonly List<FieldError> _faults = [];
    private readonly Dictionary<string, Guid> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldError> Faults => _faults;

    /// <summary>One id per name; no name is nobody.</summary>
    public PersonId Person(string? name) => new(string.IsNullOrEmpty(name) ? Guid.Empty : IdOf(name));

    public TargetTerms Terms(SimulationTarget target)
    {
        var terms = new TargetTerms
        {
            Metric = target.Metric,
            Scope = string.IsNullOrEmpty(target.Scope) ? null : new UnitId(IdOf(target.Scope)),
            BaselineValue = target.BaselineValue,
            TargetValue = target.TargetValue,
            Direction = Direction(target.Direction, "target.direction"),
            StartDate = string.IsNullOrEmpty(target.StartDate) ? null : Date(target.StartDate, "target.startDate"),
            DueDate = string.IsNullOrEmpty(target.DueDate) ? null : Date(target.DueDate, "target.dueDate"),
            Owner = string.IsNullOrEmpty(target.Owner) ? null : Person(target.Owner),
            OutcomeMetric = target.OutcomeMetric,
            OutcomeBaseline = target.OutcomeBaseline,
            OutcomeDirection = Direction(target.OutcomeDirection, "target.outcomeDirection"),
            IncentiveLinkedToUsage = target.IncentiveLinkedToUsage ?? false,
        };
        return terms with
        {
            AchieveAfter = target.AchieveAfter ?? terms.AchieveAfter,
            MinPauseSteps = target.MinPauseSteps ?? terms.MinPauseSteps,
        };
    }

    /// <summary>What a case leaves out takes the general default, not that of its type: a back-test shows every number it uses.</summary>
    public GuardrailSettings Settings(SimulationGuardrail guardrail, string place)
    {
        if (!GuardrailCatalogue.TryParse(guardrail.Type, out var type)) Fault(place + ".type", "This is not a guardrail type.");
        if (guardrail.Direction is null) Fault(place + ".direction", "Say min or max.");
        if (guardrail.Enter is null) Fault(place + ".enter", "State the threshold.");
        if (guardrail.Exit is null) Fault(place + ".exit", "State the threshold.");

        var settings = new GuardrailSettings(type, Direction(guardrail.Direction, place + ".direction"), guardrail.Enter ?? 0, guardrail.Exit ?? 0);
        return settings with
        {
            BreachAfter = guardrail.BreachAfter ?? settings.BreachAfter,
            ClearAfter = guardrail.ClearAfter ?? settings.ClearAfter,
            Mode = Mode(guardrail.Mode, place + ".mode"),
            Weight = guardrail.Weight ?? settings.Weight,
            MinSample = guardrail.MinSample ?? settings.MinSample,
            MaxAgeDays = guardrail.MaxAgeDays,
        };
    }

    public TargetReading Reading(SimulationStep step, string place)
    {
        var observations = (step.Observations ?? new Dictionary<string, GuardrailObservation?>(StringComparer.Ordinal))
            .Where(o => o.Value is not null)
            .ToDictionary(o => o.Key, o => o.Value!, StringComparer.Ordinal);
        return new(Date(step.Date, place + ".date"), step.Metric, step.Outcome, observations);
    }

    public GuardrailType Type(string name, string place)
    {
        if (!GuardrailCatalogue.TryParse(name, out var type)) Fault(place, "This is not a guardrail type.");
        return type;
    }

    public void Fault(string place, string message) => _faults.Add(new(place, message));

    private Guid IdOf(string name)
    {
        if (!_names.TryGetValue(name, out var id)) _names[name] = id = Guid.CreateVersion7();
        return id;
    }

    private DateOnly Date(string? text, string place)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;

        Fault(place, "State a date as in 2027-01-31.");
        return default;
    }

    private Direction Direction(string? text, string place)
    {
        if (text is not (null or "min" or "max")) Fault(place, "Say min or max.");
        return text == "max" ? Adoption.Direction.Max : Adoption.Direction.Min;
    }

    private GuardrailMode Mode(string? text, string place)
    {
        if (text is not (null or "block" or "warn")) Fault(place, "Say block or warn.");
        return text == "warn" ? GuardrailMode.Warn : GuardrailMode.Block;
    }
}
