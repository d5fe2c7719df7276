using GovernancePortal.Web.Features.Changes.Gating;

namespace GovernancePortal.Web.Features.Changes;

internal static class ChangesSetup
{
    public static IServiceCollection AddChanges(this IServiceCollection services) => services.AddSingleton<ChangeTeller>();
}
