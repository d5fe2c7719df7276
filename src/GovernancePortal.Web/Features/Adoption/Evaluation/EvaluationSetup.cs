using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Jobs;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

internal static class EvaluationSetup
{
    public static IServiceCollection AddTargetEvaluation(this IServiceCollection services)
    {
        services.AddSingleton<JobLeases>();
        services.AddSingleton<IGuardrailEvaluator, LiteracyEvaluator>();
        services.AddSingleton<IGuardrailEvaluator, NamedOwnerEvaluator>();
        services.AddSingleton<IGuardrailEvaluator, OutcomeEvaluator>();
        services.AddSingleton<IGuardrailEvaluator, ImportedSeriesEvaluator>();
        services.AddSingleton<IGuardrailEvaluator, ChangeFailureEvaluator>();
        services.AddOptions<IncidentBudgetOptions>().BindConfiguration(IncidentBudgetOptions.Section).Validate(o => o.BudgetMinutes is >= 0 and <= 40_320, "Incidents:BudgetMinutes is 0 to 40320.").ValidateOnStart();
        services.AddSingleton<IGuardrailEvaluator, IncidentEvaluator>();
        services.AddSingleton<IGuardrailEvaluator, KbFreshnessEvaluator>();
        services.AddOptions<ReviewOptions>().BindConfiguration(ReviewOptions.Section).Validate(o => o.HoursPerChange is > 0 and <= 40 && o.ReviewHoursPerWeek is > 0 and <= 80, "Changes:HoursPerChange is above 0 to 40 and Changes:ReviewHoursPerWeek above 0 to 80.").ValidateOnStart();
        services.AddSingleton<IGuardrailEvaluator, SignOffEvaluator>();
        services.AddSingleton<FrameworkFile>();
        services.AddSingleton<IGuardrailEvaluator, ProductionAccessEvaluator>();
        services.AddSingleton<TargetEvaluator>();
        services.AddSingleton<EvaluationRun>();
        services.AddHostedService<EvaluateTargetsJob>();
        return services;
    }
}
