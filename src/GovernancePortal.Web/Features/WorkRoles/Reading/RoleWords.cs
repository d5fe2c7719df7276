using System.Globalization;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Web.Features.WorkRoles.Reading;

/// <summary>Work roles in words.</summary>
internal static class RoleWords
{
    public static string Of(WorkKind kind) =>
        kind switch
        {
            WorkKind.AiChangeVetter => "AI change vetter",
            WorkKind.GuardrailEngineer => "Guardrail engineer",
            WorkKind.KnowledgeSteward => "Knowledge steward",
            WorkKind.AiWorkflowTester => "AI workflow tester",
            WorkKind.AiTrainer => "AI trainer",
            _ => "Other new work",
        };

    public static string Of(RoleState state) => state == RoleState.Draft ? "Draft" : state == RoleState.Published ? "Published" : "Retired";

    public static string Mark(RoleState state) => state == RoleState.Draft ? "open" : state == RoleState.Published ? "done" : "struck";

    public static string Of(SkillNeed need) =>
        $"{need.Skill}, level {Figure(need.Level)} of {SkillLevel.Most}{(need.IsMandatory ? ", mandatory" : "")}, weight {Figure(need.Weight)}, {Figure(need.MonthsPerLevel)} months of training for a level";

    public static string Figure(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
