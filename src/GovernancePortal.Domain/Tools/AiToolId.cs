using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Tools;

public readonly record struct AiToolId(Guid Value) : ITypedId<AiToolId>
{
    public static AiToolId New() => new(Guid.CreateVersion7());

    public static AiToolId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
