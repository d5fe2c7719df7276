namespace GovernancePortal.Web.Platform.Api;

/// <summary>The machine-readable description of the HTTP API, at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    private const string Prefix = "api/v1/";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(Prefix, StringComparison.Ordinal) == true;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info.Title = "Governance Portal";
                        document.Info.Description =
                            "Send an API key with every request: Authorization: Bearer gp_… An administrator makes it on the page “API keys”. "
                            + "Refusals are problem details (RFC 9457) with a stable code.";
                        return Task.CompletedTask;
                    }
                );
            }
        );
}
