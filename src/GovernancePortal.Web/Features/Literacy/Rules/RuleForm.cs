using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.Rules;

/// <summary>What was typed about a rule, as it was typed, so that a refusal loses nothing.</summary>
public sealed class RuleForm
{
    public RuleForm() { }

    public RuleForm(RuleTerms terms)
    {
        var audience = terms.Audience;
        (WorkRole, Levels, Tool, Oversees) = (audience.WorkRole, audience.Levels, audience.Tool, audience.Oversees);
        Kind = audience.IsContractor switch { true => "contractor", false => "employee", null => "" };
        (MinimumVersion, Validity, Grace) = (terms.MinimumVersion, Typed.Text(terms.ValidityMonths), Typed.Text(terms.GraceDays));
    }

    public string WorkRole { get; set; } = "";

    public LevelSet Levels { get; set; }

    /// <summary>contractor, employee, or empty for both.</summary>
    public string Kind { get; set; } = "";

    public string Tool { get; set; } = "";

    public bool Oversees { get; set; }

    public string MinimumVersion { get; set; } = "";

    public string Validity { get; set; } = "";

    public string Grace { get; set; } = "30";

    public void Turn(LevelSet level, bool on) => Levels = on ? Levels | level : Levels & ~level;

    public RuleTerms Read(List<FieldError> faults)
    {
        bool? contractor = Kind switch { "contractor" => true, "employee" => false, _ => null };
        return new RuleTerms(
            new Audience(WorkRole.Trim(), Levels, contractor, Tool.Trim(), Oversees),
            MinimumVersion.Trim(),
            Typed.Number(Validity, "Terms.ValidityMonths", faults),
            Typed.Number(Grace, "Terms.GraceDays", faults) ?? 0
        );
    }
}
