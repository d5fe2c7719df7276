using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Literacy;

/// <summary>Makes rules, people and completions for tests.</summary>
internal static class Rules
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly CourseId TheCourse = CourseId.New();

    public static LiteracyRule Ask(
        string minimumVersion = "", int? validityMonths = null, int graceDays = 0, Audience? audience = null, DateOnly? from = null, UnitRange? range = null)
    {
        var requirement = new LiteracyRequirement(LiteracyRequirementId.New(), UnitId.New(), TheCourse, minimumVersion, validityMonths, graceDays);
        requirement.SetAudience(audience ?? Audience.Everybody);
        requirement.Begin(from ?? DateOnly.MinValue, "A test.");
        return Rule(requirement, range);
    }

    public static LiteracyRule Rule(LiteracyRequirement requirement, UnitRange? range = null) => new(requirement, range ?? new UnitRange(1, 100), "Reading AI advice critically");

    public static Trainee Somebody(
        int unit = 5, string role = "Software engineer", Level level = Level.Mid, bool contractor = false, bool oversees = false, DateOnly? start = null, DateOnly? left = null) =>
        new(PersonId.New(), UnitId.New(), unit, role, level, contractor, oversees, start, left);

    public static Completion Taken(
        DateOnly on, string version = "3", CompletionResult result = CompletionResult.Passed, DateOnly? until = null, CompletionStatus status = CompletionStatus.Confirmed)
    {
        var completion = new Completion(PersonId.New(), TheCourse, version, on, result, DateTimeOffset.UnixEpoch);
        completion.SetOutcome(score: null, until);
        if (status == CompletionStatus.Reported) completion.ReportedByPerson("I was there.");
        if (status == CompletionStatus.Declined) completion.Decline(DateTimeOffset.UnixEpoch, "user:1", "Was on leave.");
        return completion;
    }

    /// <summary>The standing of a person with these completions, as the portal works it out.</summary>
    public static Standing StandingOf(Trainee person, IReadOnlyCollection<LiteracyRule> rules, IEnumerable<Completion> completions, DateOnly day)
    {
        var counting = completions.Where(c => c.VoidedAt is null && c.Status == CompletionStatus.Confirmed && c.Result != CompletionResult.Failed && c.CompletedOn <= day).ToList();
        var met = rules
            .Where(r => r.AppliesTo(person, usesTool: false))
            .Select(r => (r, counting.Max(c => r.MetUntil(c.CourseVersion, c.CompletedOn, c.ValidUntil)) ?? DateOnly.MinValue));
        return Standing.Of(person, met, day);
    }
}
