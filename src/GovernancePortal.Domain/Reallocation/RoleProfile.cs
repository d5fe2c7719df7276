using System.Text.Json;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>A work role as the organisation keeps it; with seats it becomes the <see cref="WorkRole"/> of a match.</summary>
public sealed class RoleProfile
{
    public const int TitleMaxLength = 120;
    public const int ReasonMaxLength = 1000;
    public const int MostSkills = 40;
    public const int MostAreas = 60;
    public const int MostTrainingMonths = 24;
    public const int MostPayMonths = 60;

    private RoleProfile() { }

    public RoleProfileId Id { get; private set; }

    public string Title { get; private set; } = "";

    public WorkKind Kind { get; private set; }

    public Level Level { get; private set; }

    public string SkillsJson { get; private set; } = "[]";

    public string KnowledgeJson { get; private set; } = "{}";

    public double MinKnowledge { get; private set; }

    public double MaxTrainingMonths { get; private set; }

    public string LocationsJson { get; private set; } = "[]";

    public int PayProtectedMonths { get; private set; }

    public bool IsPayProtected => PayProtectedMonths > 0;

    public RoleState State { get; private set; }

    public string RetireReason { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<SkillNeed> Skills => Read<List<SkillNeed>>(SkillsJson);

    public IReadOnlyDictionary<string, double> Knowledge => Read<Dictionary<string, double>>(KnowledgeJson);

    public IReadOnlyList<string> Locations => Read<List<string>>(LocationsJson);

    public RoleTerms Terms => new(Title, Kind, Level)
    {
        Skills = Skills,
        Knowledge = Knowledge,
        MinKnowledge = MinKnowledge,
        MaxTrainingMonths = MaxTrainingMonths,
        Locations = Locations,
        PayProtectedMonths = PayProtectedMonths,
    };

    public static Result<RoleProfile> Draft(RoleTerms terms, DateTimeOffset now)
    {
        if (terms.Faults() is { Count: > 0 } faults) return RoleErrors.Invalid(faults);
        var role = new RoleProfile { Id = RoleProfileId.New(), CreatedAt = now };
        role.Take(terms.Tidied());
        return role;
    }

    public Result Revise(RoleTerms terms)
    {
        if (State == RoleState.Retired) return RoleErrors.Retired;
        if (terms.Faults() is { Count: > 0 } faults) return RoleErrors.Invalid(faults);
        Take(terms.Tidied());
        return Result.Success;
    }

    /// <summary>From now on employees can read it and name it as a preference.</summary>
    public Result Publish()
    {
        if (State != RoleState.Draft) return State == RoleState.Retired ? RoleErrors.Retired : RoleErrors.PublishedAlready;
        State = RoleState.Published;
        return Result.Success;
    }

    public Result Retire(string reason)
    {
        if (State == RoleState.Retired) return RoleErrors.Retired;
        if (string.IsNullOrWhiteSpace(reason)) return CaseErrors.At("Reason", "State the reason.");
        if (reason.Trim().Length > ReasonMaxLength) return CaseErrors.At("Reason", $"Use at most {ReasonMaxLength} characters.");
        (State, RetireReason) = (RoleState.Retired, reason.Trim());
        return Result.Success;
    }

    /// <summary>What a match reads. Its id is that of the profile.</summary>
    public WorkRole ToWorkRole(int seats) => new(Id.ToString(), Title, Level)
    {
        Seats = seats,
        MaxTrainingMonths = MaxTrainingMonths,
        Skills = Skills,
        Knowledge = Knowledge,
        MinKnowledge = MinKnowledge,
        Locations = Locations,
    };

    private void Take(RoleTerms terms)
    {
        (Title, Kind, Level, MinKnowledge, MaxTrainingMonths, PayProtectedMonths) = (terms.Title, terms.Kind, terms.Level, terms.MinKnowledge, terms.MaxTrainingMonths, terms.PayProtectedMonths);
        (SkillsJson, KnowledgeJson, LocationsJson) = (JsonSerializer.Serialize(terms.Skills), JsonSerializer.Serialize(terms.Knowledge), JsonSerializer.Serialize(terms.Locations));
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
