using GovernancePortal.Web.Features.Literacy.GetEvidence;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;

namespace GovernancePortal.Web.Features.Literacy;

/// <summary>What literacy answers over plain HTTP: evidence files for people, statements for training systems.</summary>
internal static class LiteracyApi
{
    // Whatever slipped through the check of types: a browser neither shows it nor runs anything in it.
    private const string Sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static void MapLiteracyApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/evidence/{sha256:length(64)}", GetEvidenceAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();

    private static async Task<IResult> GetEvidenceAsync(HttpContext context, IMediator mediator, string sha256, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GetEvidenceQuery(sha256.ToLowerInvariant()), cancellationToken);
        if (!result.IsSuccess) return Problems.Of(result.Error!);

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Sandbox;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-store";
        return Results.File(result.Value.Content, result.Value.ContentType, result.Value.FileName);
    }
}
