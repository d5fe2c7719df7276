using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>Refusals about stored scenarios.</summary>
public static class ScenarioErrors
{
    public static Error NotFound { get; } = new("scenario.not-found", "This scenario is not here, or not in the part of the organisation your role covers.", ErrorKind.NotFound);

    public static Error NoSuchRun { get; } = new("scenario.run.not-found", "This scenario has no such run.", ErrorKind.NotFound);

    public static Error Archived { get; } = new("scenario.archived", "This scenario is archived. Take it up again to change or run it.");

    public static Error NotArchived { get; } = new("scenario.current", "This scenario is not archived.");

    public static Error NoUnit { get; } = new("scenario.unit", "Your role covers a part of the organisation. Choose a unit of it.", ErrorKind.Forbidden);

    /// <summary>What moves or stays would tell the pay of a handful of people.</summary>
    public static Error FewPeople { get; } =
        new("scenario.few", $"Fewer than {SmallGroups.Least} people are displaced here, or would stay. Their pay could be worked out from the result, so only Human Resources may see it.", ErrorKind.Forbidden);

    /// <summary>What cannot be calculated with, each at its place.</summary>
    public static Error Invalid(IReadOnlyList<ScenarioFault> faults) =>
        new("request.invalid", faults.Count == 1 ? faults[0].Message : $"{faults.Count} answers need another look.", ErrorKind.Invalid) { Fields = [.. faults.Select(f => new FieldError(f.Field, f.Message))] };

    internal static Error At(string field, string message) => new("request.invalid", message, ErrorKind.Invalid) { Fields = [new(field, message)] };
}
