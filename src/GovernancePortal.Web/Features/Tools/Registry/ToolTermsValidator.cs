using FluentValidation;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Web.Features.Tools.Registry;

/// <summary>What can be told about stated terms without the database.</summary>
internal sealed class ToolTermsValidator : AbstractValidator<AiToolTerms>
{
    private const int EarliestYear = 2000;

    public ToolTermsValidator(TimeProvider clock)
    {
        var today = clock.Today();
        Required(t => t.Name, AiTool.NameMaxLength, "Name it as people here call it.");
        RuleFor(t => t.Kind).IsInEnum().WithMessage("Choose tool or agent.");
        Required(t => t.Vendor, AiTool.VendorMaxLength, "State who makes it; your own organisation if it is your own.");
        RuleFor(t => t.Release).MaximumLength(AiTool.ReleaseMaxLength).WithMessage($"A version has at most {AiTool.ReleaseMaxLength} characters.");
        Required(t => t.Purpose, AiTool.PurposeMaxLength, "Say what it is for.");
        RuleFor(t => t.Risk).IsInEnum().WithMessage("Choose how much harm it could do.");
        RuleFor(t => t.Autonomy).IsInEnum().WithMessage("Choose what it does without a person.");
        RuleFor(t => t.Systems).MaximumLength(AiTool.SystemsMaxLength).WithMessage($"Name systems with at most {AiTool.SystemsMaxLength} characters in all.");
        RuleFor(t => t.Systems).NotEmpty().When(t => t.ProductionAccess).WithMessage("Name the systems that it can change in production.");
        RuleFor(t => t.ProductionAccess).Equal(false).When(t => t.Autonomy == Autonomy.Suggests).WithMessage("What only suggests changes nothing itself. Choose how it acts, or no access to production.");
        GateRules();
        RuleFor(t => t.Owner).NotNull().WithMessage("Name the person who answers for it.");
        RuleFor(t => t.Deputy).NotEqual(t => t.Owner).When(t => t.Deputy is not null).WithMessage("The deputy is somebody else than the owner.");
        Required(t => t.Data, AiTool.DataMaxLength, "State what it may read, or that it may read nothing.");
        RuleFor(t => t.Units).NotEmpty().WithMessage("Choose at least one unit in which it may be used.");
        RuleFor(t => t.Units).Must(u => u.Count <= AiTool.MostUnits).WithMessage($"Choose at most {AiTool.MostUnits} units; a unit stands for everything below it.");
        RuleFor(t => t.ApprovedFrom).NotNull().WithMessage("State the first day on which it may be used.");
        RuleFor(t => t.ApprovedFrom).GreaterThanOrEqualTo(new DateOnly(EarliestYear, 1, 1)).WithMessage($"State a day since {EarliestYear}.");
        RuleFor(t => t.ApprovedFrom).LessThanOrEqualTo(today.AddYears(1)).WithMessage("State a day within a year from now.");
        RuleFor(t => t.ReviewDue).NotNull().WithMessage("State when it is looked at again.");
        RuleFor(t => t.ReviewDue).GreaterThan(t => t.ApprovedFrom).When(t => t.ReviewDue is not null && t.ApprovedFrom is not null).WithMessage("The review comes after the first day of use.");
        // A review that is overdue ages what the register proves; one in ten years never would.
        RuleFor(t => t.ReviewDue).LessThanOrEqualTo(today.AddYears(1)).WithMessage("An entry is looked at again within a year.");
    }

    private void GateRules()
    {
        RuleFor(t => t.Gate).MaximumLength(AiTool.GateMaxLength).WithMessage($"Describe the gate in at most {AiTool.GateMaxLength} characters.");
        RuleFor(t => t.Gate).Empty().When(t => !t.ProductionAccess).WithMessage("A gate stands in front of production. State the access to production, or leave the gate empty.");
        RuleFor(t => t.Gate).NotEmpty().When(t => t.GateHolder is not null && t.ProductionAccess).WithMessage("Say what the gate is that this person holds.");
        RuleFor(t => t.GateHolder).NotNull().When(t => !string.IsNullOrWhiteSpace(t.Gate) && t.ProductionAccess).WithMessage("Name the person who holds the gate. One that nobody holds is none.");
    }

    private void Required(System.Linq.Expressions.Expression<Func<AiToolTerms, string>> field, int length, string message) =>
        RuleFor(field).NotEmpty().WithMessage(message).MaximumLength(length).WithMessage($"Use at most {length} characters.");
}
