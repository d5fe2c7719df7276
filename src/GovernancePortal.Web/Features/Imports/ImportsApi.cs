using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.NewImport;
using GovernancePortal.Web.Features.Imports.ImportFile;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace GovernancePortal.Web.Features.Imports;

/// <summary>The endpoints of imports: the API for machines, and upload and download for the import page.</summary>
internal static class ImportsApi
{
    public static void MapImportsApi(this IEndpointRouteBuilder endpoints)
    {
        foreach (var kind in ImportKinds.All)
        {
            endpoints
                .MapPost($"/api/v1/imports/{kind.Slug}", (HttpContext context, IMediator mediator, bool dryRun = false, bool leaveOutWrong = false, bool absentHaveLeft = false, bool addCourses = false, string? fileName = null) =>
                    ImportAsync(context, mediator, kind.Kind, fileName, dryRun, new ImportChoices(leaveOutWrong, absentHaveLeft, addCourses)))
                .RequireAuthorization(kind.Policy)
                .WithTags("Imports")
                .WithName($"import-{kind.Slug}")
                .WithSummary($"Imports {kind.Rows} from the request's body: {kind.Formats}.")
                .Accepts<Stream>("text/csv", "application/json", "application/x-ndjson", "text/markdown", "application/zip", "*/*")
                .Produces<ImportFileAnswer>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status403Forbidden);
        }

        var page = endpoints.MapGroup("/imports").RequireAuthorization(Policies.ImportFiles).ExcludeFromDescription();
        page.MapGet("/upload-token", (HttpContext context, IAntiforgery antiforgery) => Results.Text(antiforgery.GetAndStoreTokens(context).RequestToken));
        page.MapPost("/upload/{slug}", UploadAsync);
        page.MapGet("/uploads/{id:guid}/wrong-rows", WrongRowsAsync);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, IMediator mediator, ImportKind kind, string? fileName, bool dryRun, ImportChoices choices)
    {
        // curl says of any file that it is a form of names and values; the file tells itself what it is. A form with parts has text around the file.
        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true) return Problems.Of(NoForm, status: StatusCodes.Status415UnsupportedMediaType);
        LetTheImportCount(context);
        var command = new ImportFileCommand(kind, fileName ?? "request body", context.Request.Body, dryRun, choices);
        var result = await mediator.Send(command, context.RequestAborted);
        if (!result.IsSuccess) return Problems.Of(result.Error!);

        var answer = result.Value;
        if (dryRun || !answer.NothingWritten) return Results.Ok(answer);
        var members = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["accepted"] = 0,
            ["unchanged"] = 0,
            ["rejected"] = answer.Rejected,
            ["errors"] = answer.Errors,
            ["fileSha256"] = answer.FileSha256,
        };
        return Problems.Of(ImportErrors.RowsWrong(answer.Rejected, answer.Rejected + answer.Accepted + answer.Unchanged), members);
    }

    private static async Task<IResult> UploadAsync(HttpContext context, IMediator mediator, IAntiforgery antiforgery, string slug, string? name)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Problems.Of(Stale);
        if (ImportKinds.BySlug(slug) is not { } kind) return Problems.Of(CommonErrors.NotFound);

        LetTheImportCount(context);
        return (await mediator.Send(new UploadImportCommand(kind.Kind, name ?? "file", context.Request.Body), context.RequestAborted)).ToHttp();
    }

    private static async Task<IResult> WrongRowsAsync(HttpContext context, IMediator mediator, Guid id)
    {
        var result = await mediator.Send(new GetRejectedRowsQuery(id), context.RequestAborted);
        return result.IsSuccess ? Results.File(result.Value.Content, "text/csv; charset=utf-8", result.Value.FileName) : Problems.Of(result.Error!);
    }

    private static Error NoForm { get; } =
        new("import.content-type", "The file has to be the body itself, not a part of a form. Send it with Content-Type: text/csv, application/json, text/markdown or application/zip; with curl by --data-binary @file instead of -F.", ErrorKind.Invalid);

    private static Error Stale { get; } = new("request.stale", "This page is older than your sign-in. Load it again, then drop the file.", ErrorKind.Invalid);

    // The import counts bytes itself and refuses with a reason; the server would only cut the connection.
    private static void LetTheImportCount(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
    }
}
