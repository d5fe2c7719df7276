using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>Refusals about stored work roles, skills and preferences.</summary>
public static class RoleErrors
{
    public static Error NotFound { get; } = new("role.notFound", "This work role does not exist.", ErrorKind.NotFound);

    public static Error Retired { get; } = new("role.retired", "This work role is retired.");

    public static Error PublishedAlready { get; } = new("role.published", "This work role is published already.");

    internal static Error Invalid(IReadOnlyList<FieldError> faults) =>
        new("request.invalid", faults.Count == 1 ? faults[0].Message : $"{faults.Count} answers need another look.", ErrorKind.Invalid) { Fields = faults };
}
