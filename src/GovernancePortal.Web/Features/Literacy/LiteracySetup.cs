using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Duties;
using GovernancePortal.Web.Features.Literacy.Evidence;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Literacy;

internal static class LiteracySetup
{
    public static IServiceCollection AddLiteracy(this IServiceCollection services)
    {
        services.AddSingleton<CoverageKeeper>();
        services.AddHostedService<KeepCoverageJob>();
        services.AddEvidence();
        services.AddSingleton<IValidateOptions<DutyOptions>, DutyOptionsCheck>();
        services.AddOptions<DutyOptions>().BindConfiguration(DutyOptions.Section).ValidateOnStart();
        services.AddSingleton<DutyBook>();
        return services;
    }
}
