using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Reallocation;

public readonly record struct PlanId(Guid Value) : ITypedId<PlanId>
{
    public static PlanId New() => new(Guid.CreateVersion7());

    public static PlanId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct MoveId(Guid Value) : ITypedId<MoveId>
{
    public static MoveId New() => new(Guid.CreateVersion7());

    public static MoveId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
