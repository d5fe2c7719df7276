using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Adoption;

public readonly record struct AdoptionTargetId(Guid Value) : ITypedId<AdoptionTargetId>
{
    public static AdoptionTargetId New() => new(Guid.CreateVersion7());

    public static AdoptionTargetId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct GuardrailId(Guid Value) : ITypedId<GuardrailId>
{
    public static GuardrailId New() => new(Guid.CreateVersion7());

    public static GuardrailId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
