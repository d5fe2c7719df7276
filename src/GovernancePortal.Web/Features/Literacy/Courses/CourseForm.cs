using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.Courses;

/// <summary>What was typed about a course, as it was typed, so that a refusal loses nothing.</summary>
public sealed class CourseForm
{
    public CourseForm() { }

    public CourseForm(CourseBrief course)
    {
        var facts = course.Facts;
        (Name, Validity, Tools, Roles, ActivityId) = (facts.Name, Typed.Text(facts.ValidityMonths), facts.Tools, facts.Roles, facts.ActivityId ?? "");
        if (course.Owner is { } owner && facts.OwnerId is { } id) (Owner, People[owner]) = (owner, id.Value);
    }

    /// <summary>People offered so far, by the words they were offered with.</summary>
    public Dictionary<string, Guid> People { get; } = new(StringComparer.Ordinal);

    public string Name { get; set; } = "";

    public string Validity { get; set; } = "";

    public string Owner { get; set; } = "";

    public string Tools { get; set; } = "";

    public UseRoles Roles { get; set; }

    public string ActivityId { get; set; } = "";

    public void Turn(UseRoles role, bool on) => Roles = on ? Roles | role : Roles & ~role;

    /// <summary>What is stated; what cannot be read as what it should be is added to the faults.</summary>
    public CourseFacts Read(List<FieldError> faults)
    {
        var months = Typed.Number(Validity, "Facts.ValidityMonths", faults);
        PersonId? owner = null;
        if (People.TryGetValue(Owner.Trim(), out var id)) owner = new PersonId(id);
        else if (Owner.Trim().Length > 0) faults.Add(new("Facts.OwnerId", "Choose a person of the list."));
        return new CourseFacts(Name.Trim(), months, owner, Tools, Roles, ActivityId);
    }
}

/// <summary>What was typed about a version.</summary>
public sealed class VersionForm
{
    public string Label { get; set; } = "";

    public string TaughtFrom { get; set; } = "";

    public string Duration { get; set; } = "";

    public string Teaches { get; set; } = "";

    public string Link { get; set; } = "";

    public string Hash { get; set; } = "";

    public VersionContent Read(List<FieldError> faults) =>
        new(
            Label.Trim(),
            Typed.Day(TaughtFrom, "Content.TaughtFrom", faults),
            Typed.Number(Duration, "Content.DurationMinutes", faults),
            Teaches.Trim(),
            Link.Trim(),
            Hash.Trim()
        );
}
