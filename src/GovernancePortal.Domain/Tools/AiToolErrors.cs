using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Tools;

/// <summary>Refusals that have to do with the register of tools and agents.</summary>
public static class AiToolErrors
{
    public static Error Retired { get; } = new("tool.retired", "This entry is retired. It stays readable and can no longer be changed.");

    public static Error NotNamed { get; } = new("tool.not-named", "Only the owner and the deputy can accept to answer for it.", ErrorKind.Forbidden);

    public static Error OutOfReach { get; } =
        new("tool.scope", "It is approved for units that your role does not cover, so it is not yours to change.", ErrorKind.Forbidden);

    public static Error HasProductionAccess(string name) =>
        new("tool.production-access", $"{name} is registered with access to production for this unit, so it cannot be stated that none has it.");
}
