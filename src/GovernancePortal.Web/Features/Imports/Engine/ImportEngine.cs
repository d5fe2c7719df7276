using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Runs an import: the same steps for a preview, which writes nothing, and for the import itself, which writes everything or nothing.</summary>
internal sealed class ImportEngine(
    IDbContextFactory<PortalDbContext> contexts,
    UploadStore uploads,
    IEnumerable<IImporter> importers,
    CurrentUser user,
    TimeProvider clock
)
{
    /// <summary>Checks every row and compares the file with the database.</summary>
    public Task<Result<ImportOutcome>> PreviewAsync(StoredUpload upload, ColumnMapping? mapping, ImportChoices choices, CancellationToken cancellationToken) =>
        RunAsync(upload, mapping, choices, commit: false, cancellationToken);

    /// <summary>Imports the file in one transaction, with its entry in the ledger.</summary>
    public Task<Result<ImportOutcome>> CommitAsync(StoredUpload upload, ColumnMapping? mapping, ImportChoices choices, CancellationToken cancellationToken) =>
        RunAsync(upload, mapping, choices, commit: true, cancellationToken);

    private async Task<Result<ImportOutcome>> RunAsync(
        StoredUpload upload,
        ColumnMapping? mapping,
        ImportChoices choices,
        bool commit,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            return await db
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(token => AttemptAsync(upload, mapping, choices, commit, token), cancellationToken);
        }
        catch (ImportBrokenException broken)
        {
            return broken.Error;
        }
    }

    private async Task<Result<ImportOutcome>> AttemptAsync(
        StoredUpload upload,
        ColumnMapping? mapping,
        ImportChoices choices,
        bool commit,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        var scope = user.ScopeOf(ImportKinds.Of(upload.Kind).Policy);
        var job = new ImportJob(contexts, db, bulk, upload, () => uploads.Open(upload), mapping, choices, scope, ImportId.New(), clock.GetUtcNow(), user.Actor, IsPreview: !commit);
        var run = importers.First(i => i.Kinds.Contains(upload.Kind) && i.Reads(upload)).Begin(job);

        var staged = await run.StageAsync(cancellationToken);
        if (!staged.IsSuccess) return staged.Error!;
        await bulk.EndStagingAsync(cancellationToken);
        if (job.Report.Rows == 0) return ImportErrors.NoRows;

        // A preview takes no transaction: its own tables are the only ones it writes.
        await using var transaction = commit ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var compared = await run.CompareAsync(cancellationToken);
        if (!compared.IsSuccess) return compared.Error!;

        var outcome = new ImportOutcome(job.ImportId, job.Report, Committed: false);
        if (transaction is null) return outcome;
        if (job.Report.Errors.Rows > 0 && !choices.LeaveOutWrong) return outcome;

        // The run comes first, because completions refer to it.
        db.ImportRuns.Add(Describe(job));
        await db.SaveChangesAsync(cancellationToken);
        await run.ApplyAsync(cancellationToken);
        var counts = job.Report.Counts;
        if (counts.Accepted > 0) db.EvaluationSignals.Add(new EvaluationSignal("import", job.Now));
        db.Record(
            user.Actor,
            UseDecisions.Imported,
            $"import:{job.ImportId.Value}",
            new { kind = ImportKinds.Of(upload.Kind).Slug, fileSha256 = upload.Sha256, accepted = counts.Accepted, unchanged = counts.Unchanged, rejected = counts.Rejected }
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome with { Committed = true };
    }

    private ImportRun Describe(ImportJob job)
    {
        var run = new ImportRun(job.ImportId, job.Upload.Kind, job.Upload.FileName, job.Upload.Sha256, job.Upload.Bytes);
        run.Finish(job.Report.Counts, user.Actor, user.DisplayName, job.Now);
        return run;
    }
}

/// <summary>How a run ended.</summary>
/// <param name="Id">Names the import when it was committed.</param>
/// <param name="Report">Counts, errors and what was told.</param>
/// <param name="Committed">Whether it was written.</param>
internal sealed record ImportOutcome(ImportId Id, ImportReport Report, bool Committed);
