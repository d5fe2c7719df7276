using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Adoption.GetUsage;

/// <summary>Why use is not told. Codes are relied on by API clients.</summary>
internal static class UsageErrors
{
    public static Error OfPerson { get; } =
        new("usage.person", "Use is counted for groups of five people or more and is never told of a person. That this was asked is kept in the ledger.", ErrorKind.Forbidden);

    public static Error SmallGroup { get; } =
        new(
            "usage.small-group",
            "This unit has fewer than five people, or its figure beside that of another unit would tell about fewer than five. That this was asked is kept in the ledger.",
            ErrorKind.Forbidden);

    public static Error Paused { get; } = new("usage.paused", "The unit's target is paused. Until it restarts no use figure is shown, so that none is asked of anybody.", ErrorKind.Forbidden);

    public static Error Unknown(string parameter) => new("usage.parameter", $"There is no parameter {parameter} here. Use by unit knows unit, tool and weeks; use by team knows none.", ErrorKind.Invalid);
}
