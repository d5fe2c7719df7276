using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Adoption;

/// <summary>
/// A back-test: plays past events and observations through a fresh <see cref="AdoptionTarget"/> and writes down what it did.
/// The target itself decides, so that a back-test cannot differ from the real thing.
/// </summary>
public static class TargetSimulation
{
    public const int MaxSteps = 10_000;
    public const int MaxGuardrails = 100;
    public const int MaxEventsPerStep = 100;

    private const string NotStated = "Not stated in the back-test.";

    public static Result<SimulationOutput> Run(SimulationInput input)
    {
        var reader = new SimulationReader();
        CheckShape(input, reader);
        if (reader.Faults.Count > 0) return Refused(reader.Faults);

        var target = Build(input, reader);
        var steps = input.Steps!.Select((s, i) => (Step: s!, Reading: reader.Reading(s!, $"steps[{i}]"))).ToList();
        var required = input.RequiredTypes?.Select((t, i) => reader.Type(t, $"requiredTypes[{i}]")).ToList();
        if (reader.Faults.Count > 0) return Refused(reader.Faults);

        for (var i = 1; i < steps.Count; i++)
        {
            if (steps[i].Reading.Date < steps[i - 1].Reading.Date) reader.Fault($"steps[{i}].date", "Steps must be in the order of their dates.");
        }

        return reader.Faults.Count > 0 ? Refused(reader.Faults) : Play(target!, steps, required, reader);
    }

    private static SimulationOutput Play(
        AdoptionTarget target, List<(SimulationStep Step, TargetReading Reading)> steps, IReadOnlyList<GuardrailType>? required, SimulationReader reader)
    {
        var log = new List<SimulationLogEntry>(steps.Count);
        foreach (var (step, reading) in steps)
        {
            var now = new DateTimeOffset(reading.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            var why = (step.Events ?? []).Select(e => Apply(target, e!, required, reader, now)).ToList();
            var evaluation = target.Evaluate(reading, now).Value;
            if (evaluation.Transition is { } transition) why.Add(transition);

            var status = evaluation.Status.ToDictionary(s => s.Key, s => s.Value.ToString(), StringComparer.Ordinal);
            log.Add(new(reading.Date, evaluation.After.ToString(), evaluation.Blockers, status, evaluation.Readiness, why));
        }

        return new(target.State.ToString(), log);
    }

    private static string Apply(
        AdoptionTarget target, SimulationEvent happened, IReadOnlyList<GuardrailType>? required, SimulationReader reader, DateTimeOffset now)
    {
        var by = reader.Person(happened.By);
        var (result, done, refused) = happened.Type switch
        {
            "propose" => (target.Propose(by, now), "proposed", "proposeRefused:"),
            "reject" => (target.Reject(NotStated, now), "rejected", ""),
            "approve" => (target.Approve(by, now, required), "approved", "approvalRefused:"),
            "ack" => (target.Acknowledge(by, NotStated, now), "acknowledged", ""),
            "pause" => (target.Pause(by, NotStated, now), "manualPause", ""),
            "retire" => (target.Retire(now), "retired", ""),
            _ => (null, "", ""),
        };

        if (result is { IsSuccess: true }) return done;
        return result is null || result.Error!.Code == TargetErrors.WrongStateCode ? "ignored:" + happened.Type : refused + result.Error.Code;
    }

    private static AdoptionTarget? Build(SimulationInput input, SimulationReader reader)
    {
        var draft = AdoptionTarget.Draft(reader.Terms(input.Target!), DateTimeOffset.UnixEpoch);
        if (!draft.IsSuccess)
        {
            Relay(draft.Error!, "target", reader);
            return null;
        }

        for (var i = 0; i < input.Guardrails!.Count; i++)
        {
            var (place, given) = ($"guardrails[{i}]", input.Guardrails[i]!);
            var known = reader.Faults.Count;
            var settings = reader.Settings(given, place);
            if (reader.Faults.Count > known) continue;

            var added = draft.Value.AddGuardrail(given.Id ?? "", settings);
            if (!added.IsSuccess) Relay(added.Error!, place, reader);
        }

        return draft.Value;
    }

    private static void CheckShape(SimulationInput input, SimulationReader reader)
    {
        if (input.Target is null) reader.Fault("target", "Describe the target.");
        if (input.Guardrails is null || input.Guardrails.Any(g => g is null)) reader.Fault("guardrails", "List the guardrails.");
        if (input.Guardrails?.Count > MaxGuardrails) reader.Fault("guardrails", $"At most {MaxGuardrails} guardrails.");
        if (input.Steps is null || input.Steps.Any(s => s is null)) reader.Fault("steps", "List the steps.");
        if (input.Steps?.Count > MaxSteps) reader.Fault("steps", $"At most {MaxSteps} steps.");

        for (var i = 0; i < (input.Steps?.Count ?? 0); i++)
        {
            if (input.Steps![i]?.Events is not { } events) continue;
            if (events.Any(e => string.IsNullOrEmpty(e?.Type))) reader.Fault($"steps[{i}].events", "Each event needs a type.");
            if (events.Count > MaxEventsPerStep) reader.Fault($"steps[{i}].events", $"At most {MaxEventsPerStep} events in a step.");
        }
    }

    /// <summary>A fault the target found itself, told at its place in the input.</summary>
    private static void Relay(Error error, string place, SimulationReader reader)
    {
        foreach (var fault in error.Fields)
        {
            var name = fault.Field == "Key" ? "id" : Codes.Of(fault.Field);
            reader.Fault($"{place}.{name}", fault.Message);
        }
    }

    private static Error Refused(IReadOnlyList<FieldError> faults) =>
        new("simulation.input", "This back-test cannot be run.", ErrorKind.Invalid) { Fields = faults };
}
