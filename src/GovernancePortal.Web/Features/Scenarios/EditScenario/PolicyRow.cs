using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Scenarios.Reading;
using Policy = GovernancePortal.Domain.Scenarios.Policy;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Scenarios.EditScenario;

/// <summary>One policy in the form, as typed; shares in per cent.</summary>
public sealed class PolicyRow
{
    private readonly Policy _was;

    internal PolicyRow(Policy policy)
    {
        _was = policy;
        Name = policy.Name;
        (Cut, Move, Attrition) = (TypedFigures.Percent(policy.LayoffShare), TypedFigures.Percent(policy.ReallocShare), TypedFigures.Percent(policy.AttritionShare));
        (Vetting, Guardrails, Knowledge) = (TypedFigures.Percent(policy.SplitVetting), TypedFigures.Percent(policy.SplitGuardrail), TypedFigures.Percent(policy.SplitKb));
        (Delay, External) = (TypedFigures.Text(policy.AdoptionDelayMonths), TypedFigures.Text(policy.ExternalVetters));
    }

    public string Name { get; set; }

    public string Cut { get; set; }

    public string Move { get; set; }

    public string Attrition { get; set; }

    public string Vetting { get; set; }

    public string Guardrails { get; set; }

    public string Knowledge { get; set; }

    public string Delay { get; set; }

    public string External { get; set; }

    /// <summary>Where a fault of this policy belongs.</summary>
    public static string FieldOf(int index, string part = "") => string.Create(CultureInfo.InvariantCulture, $"policies[{index}]{part}");

    internal Policy Read(int index, List<FieldError> faults)
    {
        return new Policy(Name.Trim(), Share(Cut, _was.LayoffShare), Share(Move, _was.ReallocShare), Share(Attrition, _was.AttritionShare))
        {
            SplitVetting = Share(Vetting, _was.SplitVetting),
            SplitGuardrail = Share(Guardrails, _was.SplitGuardrail),
            SplitKb = Share(Knowledge, _was.SplitKb),
            AdoptionDelayMonths = TypedFigures.Number(Delay, FieldOf(index, ".adoptionDelayMonths"), faults) ?? 0,
            ExternalVetters = TypedFigures.Number(External, FieldOf(index, ".externalVetters"), faults) ?? 0,
        };

        // What nobody touched stays exactly what it is.
        double Share(string text, double was) => text == TypedFigures.Percent(was) ? was : TypedFigures.Share(text, FieldOf(index), faults);
    }
}
