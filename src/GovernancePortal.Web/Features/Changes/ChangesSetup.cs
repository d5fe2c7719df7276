using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Features.Changes.Host;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes;

internal static class ChangesSetup
{
    public static IServiceCollection AddChanges(this IServiceCollection services)
    {
        services.AddSingleton<ChangeTeller>();
        services.AddSingleton<ChangeSweep>();
        services
            .AddOptions<GitHubOptions>()
            .BindConfiguration(GitHubOptions.Section)
            .Validate(o => Uri.TryCreate(o.ApiAddress, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && o.ApiAddress.EndsWith('/'), "GitHub:ApiAddress is an address that ends with a slash.")
            .Validate(o => o.AppId.Length == 0 || o.Sends, "GitHub:AppId needs GitHub:PrivateKey or GitHub:PrivateKeyFile.")
            .ValidateOnStart();
        services.AddSingleton<GitHubApp>();
        services.AddHttpClient<GitHubClient>((provider, client) =>
        {
            client.BaseAddress = new Uri(provider.GetRequiredService<IOptions<GitHubOptions>>().Value.ApiAddress);
            client.Timeout = TimeSpan.FromSeconds(20);
            client.MaxResponseContentBufferSize = 16 * 1024 * 1024;
            // GitHub refuses callers without a name.
            client.DefaultRequestHeaders.UserAgent.ParseAdd("governance-portal");
        });
        services.AddSingleton<WebhookIntake>();
        services.AddSingleton<HostAnswerRun>();
        services.AddSingleton<ReconcileRun>();
        services.AddSingleton<RedeliveryRun>();
        services.AddHostedService<ChangesJob>();
        return services;
    }
}
