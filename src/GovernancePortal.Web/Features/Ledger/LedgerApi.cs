using GovernancePortal.Web.Features.Ledger.ExportLedger;
using GovernancePortal.Web.Features.Ledger.GetCheckpoint;
using GovernancePortal.Web.Features.Ledger.ProveConsistency;
using GovernancePortal.Web.Features.Ledger.ProveInclusion;
using GovernancePortal.Web.Features.Ledger.ReadEntries;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;

namespace GovernancePortal.Web.Features.Ledger;

/// <summary>The ledger over HTTP: for programs with a key under <c>/api/v1/ledger</c>, and the downloads of the page.</summary>
internal static class LedgerApi
{
    private const int DefaultLimit = 100;

    public static void MapLedger(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/ledger").RequireAuthorization(Policies.ViewLedger).WithTags("Ledger");
        api.MapGet("/checkpoint", async (long? size, IMediator mediator, CancellationToken token) =>
            (await mediator.Send(new GetCheckpointQuery(size), token)).ToHttp());
        api.MapGet("/entries", async (long? from, int? limit, IMediator mediator, CancellationToken token) =>
            (await mediator.Send(new ReadEntriesQuery(from ?? 0, limit ?? DefaultLimit), token)).ToHttp());
        api.MapGet("/proof/inclusion", async (long index, long size, IMediator mediator, CancellationToken token) =>
            (await mediator.Send(new ProveInclusionQuery(index, size), token)).ToHttp());
        api.MapGet("/proof/consistency", async (long first, long second, IMediator mediator, CancellationToken token) =>
            (await mediator.Send(new ProveConsistencyQuery(first, second), token)).ToHttp());
        api.MapGet("/export", ExportAsync);

        var page = endpoints.MapGroup("/ledger/download").RequireAuthorization(Policies.ViewLedger).ExcludeFromDescription();
        page.MapGet("/log.ndjson", ExportAsync);
        page.MapGet("/checkpoint.txt", async (long? size, IMediator mediator, CancellationToken token) =>
            (await mediator.Send(new GetCheckpointQuery(size), token)).ToHttp(c => Text(c.Note, "checkpoint.txt")));
        page.MapGet("/ledger.pub", async (IMediator mediator, CancellationToken token) =>
            (await mediator.Send(new GetCheckpointQuery(Size: null), token)).ToHttp(c => Text(c.VerifierKey + "\n", "ledger.pub")));
    }

    private static async Task<IResult> ExportAsync(long? size, IMediator mediator, HttpResponse response, CancellationToken token) =>
        (await mediator.Send(new ExportLedgerQuery(size), token)).ToHttp(log =>
        {
            response.Headers.ContentDisposition = "attachment; filename=log.ndjson";
            response.Headers["Ledger-Size"] = log.Size.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Results.Stream(output => log.WriteAsync(System.IO.Pipelines.PipeWriter.Create(output), token), "application/x-ndjson");
        });

    private static IResult Text(string text, string file) => Results.File(System.Text.Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", file);
}
