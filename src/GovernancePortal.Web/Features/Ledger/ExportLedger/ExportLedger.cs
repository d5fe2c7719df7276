using System.IO.Pipelines;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.ExportLedger;

/// <summary>The log as the stand-alone verifier reads it, cut at a checkpoint: the one of this size, or the latest.</summary>
[Requires(Policies.ViewLedger)]
public sealed record ExportLedgerQuery(long? Size) : IRequest<Result<ExportLedgerResponse>>, IWholeOrganisationRequest;

/// <param name="Size">Number of entries, which is the size of the checkpoint that goes with it.</param>
/// <param name="WriteAsync">Writes the log; the longest takes no more memory than the shortest.</param>
public sealed record ExportLedgerResponse(long Size, Func<PipeWriter, CancellationToken, Task> WriteAsync);

internal sealed class ExportLedgerHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ExportLedgerQuery, Result<ExportLedgerResponse>>
{
    public async Task<Result<ExportLedgerResponse>> Handle(ExportLedgerQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var size = await db
            .LedgerCheckpoints.Where(c => request.Size == null || c.Size == request.Size)
            .MaxAsync(c => (long?)c.Size, cancellationToken);
        return size is { } cut ? new ExportLedgerResponse(cut, (output, token) => WriteAsync(cut, output, token)) : LedgerNotFound.Checkpoint;
    }

    private async Task WriteAsync(long size, PipeWriter output, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var export = new LedgerExport(output);
        await foreach (var batch in LedgerReader.ReadAsync(db, size, cancellationToken))
        {
            foreach (var row in batch)
            {
                // The file ends in front of a damaged row; the verifier then names the entry that is missing.
                if (!export.TryWrite(row)) return;
            }

            await output.FlushAsync(cancellationToken);
        }
    }
}
