using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Organisation;

/// <summary>A unit of the organisation: a team, a department or the root.</summary>
public readonly record struct UnitId(Guid Value) : ITypedId<UnitId>
{
    public static UnitId New() => new(Guid.CreateVersion7());

    public static UnitId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
