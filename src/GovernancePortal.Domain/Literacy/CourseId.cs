using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Literacy;

public readonly record struct CourseId(Guid Value) : ITypedId<CourseId>
{
    public static CourseId New() => new(Guid.CreateVersion7());

    public static CourseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
