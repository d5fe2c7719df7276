using GovernancePortal.Web.Platform.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Conventions;

public sealed class EndpointConventions
{
    [Fact]
    public void Every_endpoint_names_a_policy_or_is_open_on_purpose()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Program).Assembly.GetName().Name, EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Portal", "Data Source=:memory:")]);
        builder.AddPortal();
        using var app = builder.Build();
        app.UsePortal();

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToArray();
        endpoints.Length.ShouldBeGreaterThan(10);
        endpoints.Where(e => !NamesPolicy(e) && !IsOpenOnPurpose(e)).Select(e => e.RoutePattern.RawText).Distinct().ShouldBeEmpty();
    }

    private static bool NamesPolicy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null);

    private static bool IsOpenOnPurpose(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText ?? "";
        // The circuit's own endpoints carry no data: what flows through them is decided by the requests.
        if (route.TrimStart('/').StartsWith('_')) return true;
        // In Development the framework adds a route for static files that are not built yet; the fallback policy guards it.
        if (string.Equals(route, "{**path:file}", StringComparison.Ordinal)) return true;
        return endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
    }
}
