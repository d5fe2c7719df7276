using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy;

public readonly record struct LiteracyRequirementId(Guid Value) : ITypedId<LiteracyRequirementId>
{
    public static LiteracyRequirementId New() => new(Guid.CreateVersion7());

    public static LiteracyRequirementId From(Guid value) => new(value);
}

/// <summary>Who must have completed what: everybody in a unit and below it, one course.</summary>
public sealed class LiteracyRequirement
{
    private LiteracyRequirement() { }

    public LiteracyRequirement(LiteracyRequirementId id, UnitId unitId, CourseId courseId, string minimumVersion, int? validityMonths, int joinerGraceDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(joinerGraceDays);
        (Id, UnitId, CourseId, MinimumVersion) = (id, unitId, courseId, minimumVersion);
        (ValidityMonths, JoinerGraceDays) = (validityMonths, joinerGraceDays);
    }

    public LiteracyRequirementId Id { get; private set; }

    public UnitId UnitId { get; private set; }

    public CourseId CourseId { get; private set; }

    /// <summary>The oldest version that counts; empty when any does.</summary>
    public string MinimumVersion { get; private set; } = "";

    /// <summary>Shorter validity than the course's own; null when the course's own holds.</summary>
    public int? ValidityMonths { get; private set; }

    /// <summary>Days after the start date in which a joiner is not yet asked.</summary>
    public int JoinerGraceDays { get; private set; }

    public DateOnly? RetiredOn { get; private set; }

    public int Version { get; private set; }

    public void Retire(DateOnly on) => RetiredOn = on;
}
