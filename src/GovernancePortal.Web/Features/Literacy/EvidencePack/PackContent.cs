using System.Text.Json.Serialization;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Duties;
using GovernancePortal.Web.Features.Literacy.Rules;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>What the pack of a day says, apart from the sessions, of which there may be very many.</summary>
/// <param name="Coverage">The month ends of the twelve months before, and the day itself.</param>
/// <param name="Units">The units of the first level below, with everything below them.</param>
public sealed record PackContent(
    DateOnly On,
    PackPlace Place,
    IReadOnlyList<PackDuty> Duties,
    IReadOnlyList<PackTool> Tools,
    IReadOnlyList<PackRequirement> Requirements,
    IReadOnlyList<PackCourse> Courses,
    IReadOnlyList<PackRecords> Records,
    IReadOnlyList<PackCoverage> Coverage,
    IReadOnlyList<PackUnit> Units)
{
    /// <summary>Coverage on the day itself.</summary>
    public PackCoverage Today => Coverage[^1];
}

/// <summary>The organisation, or the part of it that the reader's role covers.</summary>
public sealed record PackPlace(string Name, IReadOnlyList<UnitId> Units);

/// <param name="ConfirmedBy">Null while nobody had compared it with the source by that day.</param>
public sealed record PackDuty(
    string Id, string Law, string Article, DutyKind Kind, DutyStanding Standing, DateOnly? ValidFrom, string? Text, string Note, string Source, string? ConfirmedBy, DateOnly? ConfirmedOn)
{
    internal static PackDuty Of(DutyThen then, DateOnly on)
    {
        var duty = then.Duty;
        var isConfirmed = duty.IsConfirmedOn(on);
        return new PackDuty(
            duty.Id, duty.Law, duty.Article, duty.Kind, then.Standing, duty.ValidFrom, duty.Text, duty.Note, duty.Source, isConfirmed ? duty.ConfirmedBy : null, isConfirmed ? duty.ConfirmedOn : null);
    }
}

/// <param name="People">How many used it; null when they were fewer than <see cref="Fewest"/>, zero when no use was reported.</param>
/// <param name="Courses">Courses that are about it.</param>
/// <param name="Requirements">How many requirements ask its users.</param>
public sealed record PackTool(string Name, int? People, IReadOnlyList<string> Courses, int Requirements)
{
    /// <summary>Smaller groups are not shown as a number.</summary>
    public const int Fewest = SmallGroups.Least;
}

/// <param name="Asked">Null when it was not counted on that day.</param>
public sealed record PackRequirement(
    LiteracyRequirementId Id,
    CourseId CourseId,
    string Course,
    UnitId UnitId,
    string Unit,
    string WorkRole,
    LevelSet Levels,
    bool? IsContractor,
    string Tool,
    bool Oversees,
    string MinimumVersion,
    int? ValidityMonths,
    int GraceDays,
    DateOnly AskedFrom,
    DateOnly? CompletedSince,
    RefreshCause Cause,
    string Reason,
    int? Asked,
    int? Met)
{
    // The facts are hashed, not the words, which a later version of the portal may choose better.
    [JsonIgnore]
    public string Who => RuleWords.Who(Unit, new Audience(WorkRole, Levels, IsContractor, Tool, Oversees));

    [JsonIgnore]
    public string CauseWords => RuleWords.Cause(Cause);

    [JsonIgnore]
    public CoverageCount? Count => Asked is { } asked ? new CoverageCount(asked, Met ?? 0) : null;
}

/// <param name="Versions">Those that were taught by then, the newest last.</param>
public sealed record PackCourse(
    CourseId Id, string Code, string Name, PersonId? OwnerId, string? Owner, string Tools, UseRoles Roles, int? ValidityMonths, IReadOnlyList<PackVersion> Versions);

public sealed record PackVersion(string Label, DateOnly TaughtFrom, string Teaches, int? Minutes, string? Link, string? Sha256);

/// <param name="People">For whom the record of it still stood.</param>
public sealed record PackSession(
    TrainingSessionId Id, DateOnly HeldOn, CourseId CourseId, string Course, string Version, CompletionResult Result, int People, string Instructor, string? EvidenceSha256);

/// <summary>Completions of one source and result, by what had become of them.</summary>
/// <param name="Stand">Neither waiting, declined nor struck.</param>
public sealed record PackRecords(string Source, CompletionResult Result, int Stand, int Waiting, int Declined, int Struck);

/// <param name="IsKept">Counted on that day and kept; else worked out from what was known by then.</param>
public sealed record PackCoverage(DateOnly Day, int Asked, int Met, bool IsKept)
{
    [JsonIgnore]
    public CoverageCount Count => new(Asked, Met);
}

public sealed record PackUnit(UnitId Id, string Name, int Asked, int Met)
{
    [JsonIgnore]
    public CoverageCount Count => new(Asked, Met);
}
