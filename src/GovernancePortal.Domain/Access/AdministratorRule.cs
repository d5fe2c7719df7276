using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Access;

/// <summary>The organisation never loses its last administrator, whoever asks for it.</summary>
public static class AdministratorRule
{
    /// <summary>Whether these roles may be taken away from a user.</summary>
    /// <param name="lost">The role assignments that would go.</param>
    /// <param name="root">The interval of the whole organisation.</param>
    /// <param name="rangeOf">The interval of an assignment's unit.</param>
    /// <param name="others">How many other users are administrators of the whole organisation and can sign in.</param>
    public static Result MayLose(IEnumerable<RoleAssignment> lost, UnitRange root, Func<RoleAssignment, UnitRange> rangeOf, int others)
    {
        var losesOne = lost.Any(a => a.Role == Role.Administrator && rangeOf(a) == root);
        return losesOne && others == 0 ? AccessErrors.LastAdministrator : Result.Success;
    }
}
