using System.Text.Json;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Api;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Where GitHub delivers. There is no key: the signature is the proof.</summary>
internal static class WebhookApi
{
    public const int MaxBytes = 5 * 1024 * 1024;

    private static readonly Error Unsigned = new("webhook.signature", "The delivery is not signed with the secret of this portal.", ErrorKind.Forbidden);
    private static readonly Error TooLarge = new("webhook.size", $"A delivery is at most {MaxBytes / 1024 / 1024} MB.", ErrorKind.Invalid);
    private static readonly Error Shapeless = new("webhook.shape", "A delivery is a JSON object with X-GitHub-Delivery and X-GitHub-Event; set the content type to application/json.", ErrorKind.Invalid);

    public static void MapWebhooks(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/api/v1/webhooks/github", ReceiveAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithTags("Changes")
            .WithName("github-webhook")
            .WithSummary("Takes in a signed delivery of GitHub, once")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> ReceiveAsync(HttpContext context, WebhookIntake intake, IOptions<GitHubOptions> options, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(context.Request, cancellationToken);
        if (body is null) return await RefuseAsync(intake, "too large", TooLarge, StatusCodes.Status413PayloadTooLarge, cancellationToken);

        var (request, settings) = (context.Request, options.Value);
        var signature = request.Headers["X-Hub-Signature-256"].ToString();
        if (!WebhookSignature.IsRight(body, signature, settings.WebhookSecret, settings.WebhookSecretBefore))
            return await RefuseAsync(intake, signature.Length == 0 ? "not signed" : settings.Receives ? "wrong signature" : "no secret is set", Unsigned, StatusCodes.Status401Unauthorized, cancellationToken);

        var (delivery, eventName) = (request.Headers["X-GitHub-Delivery"].ToString(), request.Headers["X-GitHub-Event"].ToString());
        if (delivery.Length is 0 or > WebhookDelivery.IdMaxLength || eventName.Length is 0 or > WebhookDelivery.EventMaxLength || Parse(body) is not { } document)
            return await RefuseAsync(intake, "wrong shape", Shapeless, StatusCodes.Status400BadRequest, cancellationToken);

        using (document) return Results.Ok(new { outcome = await intake.TakeAsync(delivery, eventName, document.RootElement, cancellationToken) });
    }

    private static async Task<IResult> RefuseAsync(WebhookIntake intake, string reason, Error error, int status, CancellationToken cancellationToken)
    {
        await intake.RefuseAsync(reason, cancellationToken);
        return Problems.Of(error, status: status);
    }

    /// <summary>The body, or null when it is too large; not a byte more is read.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes) return null;
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MaxBytes) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // Told as the wrong shape.
        }

        return null;
    }
}
