using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Evidence;

namespace GovernancePortal.Web.Features.Literacy;

internal static class LiteracySetup
{
    public static IServiceCollection AddLiteracy(this IServiceCollection services)
    {
        services.AddSingleton<CoverageKeeper>();
        services.AddHostedService<KeepCoverageJob>();
        services.AddEvidence();
        return services;
    }
}
