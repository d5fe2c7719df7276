using GovernancePortal.Domain.Access;

namespace GovernancePortal.Domain.Literacy;

/// <summary>A requirement as it is applied: to which part of the organisation, whom in it, and which completions meet it.</summary>
/// <param name="Requirement">What is asked.</param>
/// <param name="Range">The unit it stands on and everything below.</param>
/// <param name="CourseName">For words.</param>
public sealed record LiteracyRule(LiteracyRequirement Requirement, UnitRange Range, string CourseName)
{
    /// <summary>Before every day: never met.</summary>
    public const int Never = 0;

    private readonly Dictionary<string, bool> _accepted = new(StringComparer.Ordinal);

    public bool AppliesTo(Trainee person, bool usesTool) => Range.Covers(person.UnitLeft) && Requirement.Audience.Includes(person, usesTool);

    public bool Accepts(string version)
    {
        if (Requirement.MinimumVersion.Length == 0) return true;
        if (!_accepted.TryGetValue(version, out var accepted)) _accepted[version] = accepted = VersionLabel.Compare(version, Requirement.MinimumVersion) >= 0;
        return accepted;
    }

    /// <summary>First day on which the person has to meet it: after the time of grace of a joiner, and never before it is asked for at all.</summary>
    public DateOnly AskedFrom(Trainee person)
    {
        if (person.StartDate is not { } start) return Requirement.AskedFrom;
        var after = start.AddDays(Requirement.JoinerGraceDays);
        return after > Requirement.AskedFrom ? after : Requirement.AskedFrom;
    }

    /// <summary>The last day on which a completion meets this rule; null when it never does. The day of completion itself is not looked at.</summary>
    public DateOnly? MetUntil(string version, DateOnly completedOn, DateOnly? validUntil)
    {
        if (!Accepts(version) || completedOn < Requirement.CompletedSince) return null;
        return EndOf(completedOn, validUntil);
    }

    /// <summary>The earlier of the course's own end and the rule's.</summary>
    public DateOnly EndOf(DateOnly completedOn, DateOnly? validUntil)
    {
        var end = validUntil ?? DateOnly.MaxValue;
        if (Requirement.ValidityMonths is not { } months) return end;
        var own = completedOn.AddMonths(months);
        return own < end ? own : end;
    }
}
