using FluentValidation;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Features.Literacy.Rules;

/// <summary>What a requirement asks, of whom within its unit.</summary>
/// <param name="Audience">Who is meant.</param>
/// <param name="MinimumVersion">The oldest version that counts; empty when any does.</param>
/// <param name="ValidityMonths">Shorter validity than the course's own; null when the course's own holds.</param>
/// <param name="GraceDays">Days after the start date in which a joiner is not yet asked.</param>
public sealed record RuleTerms(Audience Audience, string MinimumVersion = "", int? ValidityMonths = null, int GraceDays = 0)
{
    public static RuleTerms Of(LiteracyRequirement requirement) =>
        new(requirement.Audience, requirement.MinimumVersion, requirement.ValidityMonths, requirement.JoinerGraceDays);
}

internal sealed class RuleTermsValidator : AbstractValidator<RuleTerms>
{
    public RuleTermsValidator()
    {
        RuleFor(t => t.Audience.WorkRole).MaximumLength(Person.WorkRoleMaxLength).WithMessage($"A role has at most {Person.WorkRoleMaxLength} characters.");
        RuleFor(t => t.Audience.Levels)
            .Must(l => (l & ~(LevelSet.Junior | LevelSet.Mid | LevelSet.Senior | LevelSet.Principal)) == LevelSet.All)
            .WithMessage("Choose among junior, mid, senior and principal.");
        RuleFor(t => t.Audience.Tool).MaximumLength(UsageTools.ToolMaxLength).WithMessage($"The name of a tool has at most {UsageTools.ToolMaxLength} characters.");
        RuleFor(t => t.MinimumVersion).MaximumLength(Course.VersionLabelMaxLength).WithMessage($"A version has at most {Course.VersionLabelMaxLength} characters.");
        RuleFor(t => t.ValidityMonths).InclusiveBetween(1, Course.ValidityMaxMonths).WithMessage($"State 1 to {Course.ValidityMaxMonths} months, or nothing.");
        RuleFor(t => t.GraceDays).InclusiveBetween(0, LiteracyRequirement.GraceMaxDays).WithMessage($"State 0 to {LiteracyRequirement.GraceMaxDays} days.");
    }
}
