using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>Registers who may do what.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<GrantReader>();
        services.AddSingleton<UnitLookup>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<CircuitHandler, UserCircuitHandler>();
        services.AddScoped<IAuthorizationHandler, PolicyRequirementHandler>();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var policy in PolicyTable.All.Keys)
            {
                options.AddPolicy(policy, p => p.RequireAuthenticatedUser().AddRequirements(new PolicyRequirement(policy)));
            }
        });
        return services;
    }
}
