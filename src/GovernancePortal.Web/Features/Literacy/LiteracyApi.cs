using System.Text.Json;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Web.Features.Literacy.EvidencePack;
using GovernancePortal.Web.Features.Literacy.GetEvidence;
using GovernancePortal.Web.Features.Literacy.ReceiveStatements;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;

namespace GovernancePortal.Web.Features.Literacy;

/// <summary>What literacy answers over plain HTTP: evidence files for people, statements for training systems.</summary>
internal static class LiteracyApi
{
    // Whatever slipped through the check of types: a browser neither shows it nor runs anything in it.
    private const string Sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static void MapLiteracyApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapEvidencePack();
        endpoints.MapGet("/evidence/{sha256:length(64)}", GetEvidenceAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        endpoints
            .MapPost("/api/v1/xapi/statements", ReceiveStatementsAsync)
            .RequireAuthorization(Policies.SendStatements)
            .DisableAntiforgery()
            .WithTags("Literacy")
            .WithName("send-statements")
            .WithSummary($"Takes one xAPI 1.0.3 statement or a list of up to {ReceiveStatementsHandler.Most}, all or none; cmi5 rules decide about credit. Answers with the ids in order.")
            .Accepts<JsonElement>("application/json")
            .Produces<Guid[]>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

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

    private static async Task<IResult> ReceiveStatementsAsync(HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return Refused(XapiErrors.NotJson);
        }

        using (document)
        {
            var result = await mediator.Send(new ReceiveStatementsCommand(document.RootElement), cancellationToken);
            return result.IsSuccess ? Results.Ok(result.Value) : Refused(result.Error!);
        }
    }

    private static IResult Refused(Domain.Common.Error error) =>
        Problems.Of(error, error.Fields.Count == 0 ? null : [new("field", error.Fields[0].Field)]);
}
