using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Organisation;

public readonly record struct UnitId(Guid Value) : ITypedId<UnitId>
{
    public static UnitId New() => new(Guid.CreateVersion7());

    public static UnitId From(Guid value) => new(value);
}
