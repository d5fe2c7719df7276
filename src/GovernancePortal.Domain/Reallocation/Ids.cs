using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Reallocation;

public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    public static CaseId New() => new(Guid.CreateVersion7());

    public static CaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A stored work role.</summary>
public readonly record struct RoleProfileId(Guid Value) : ITypedId<RoleProfileId>
{
    public static RoleProfileId New() => new(Guid.CreateVersion7());

    public static RoleProfileId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
