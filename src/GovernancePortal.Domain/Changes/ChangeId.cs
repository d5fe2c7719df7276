using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Changes;

public readonly record struct ChangeId(Guid Value) : ITypedId<ChangeId>
{
    public static ChangeId New() => new(Guid.CreateVersion7());

    public static ChangeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
