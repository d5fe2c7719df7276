using FluentValidation;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Literacy.Courses;

/// <summary>What can be changed about a course.</summary>
/// <param name="ValidityMonths">How long a completion counts; null when it does not run out.</param>
/// <param name="OwnerId">Who keeps it true.</param>
/// <param name="Tools">AI tools it is about, separated by commas.</param>
/// <param name="ActivityId">The activity's IRI in xAPI statements.</param>
public sealed record CourseFacts(string Name, int? ValidityMonths, PersonId? OwnerId, string Tools, UseRoles Roles, string? ActivityId)
{
    /// <summary>As it is stored: one comma and one space between tools, each once.</summary>
    public string ToolsForm => string.Join(", ", Tools.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase));

    public string? ActivityForm => string.IsNullOrWhiteSpace(ActivityId) ? null : ActivityId.Trim();
}

internal sealed class CourseFactsValidator : AbstractValidator<CourseFacts>
{
    public CourseFactsValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Name the course.").MaximumLength(Course.NameMaxLength).WithMessage($"A name has at most {Course.NameMaxLength} characters.");
        RuleFor(f => f.ValidityMonths).InclusiveBetween(1, Course.ValidityMaxMonths).WithMessage($"State 1 to {Course.ValidityMaxMonths} months, or nothing when it does not run out.");
        RuleFor(f => f.ToolsForm).MaximumLength(Course.ToolsMaxLength).WithName("Tools").OverridePropertyName("Tools").WithMessage($"Name tools with at most {Course.ToolsMaxLength} characters in all.");
        RuleFor(f => f.Roles).Must(r => (r & ~(UseRoles.Uses | UseRoles.Builds | UseRoles.Oversees | UseRoles.Decides)) == UseRoles.None).WithMessage("Choose among the roles of the list.");
        RuleFor(f => f.ActivityId)
            .Must(a => string.IsNullOrWhiteSpace(a) || Uri.TryCreate(a.Trim(), UriKind.Absolute, out _))
            .WithMessage("State a whole IRI, such as https://learning.example.org/activities/ai-basics.");
        RuleFor(f => f.ActivityId).MaximumLength(Course.ActivityIdMaxLength).WithMessage($"An activity's IRI has at most {Course.ActivityIdMaxLength} characters.");
    }
}
