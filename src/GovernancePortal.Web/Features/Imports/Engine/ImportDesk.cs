using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Platform.Access;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Where files are handed in: checks who may import what, then leaves the work to the store and the engine.</summary>
internal sealed class ImportDesk(UploadStore uploads, TableLooker tables, ImportEngine engine, CurrentUser user)
{
    public async Task<Result<StoredUpload>> TakeAsync(ImportKind kind, string fileName, Stream content, CancellationToken cancellationToken)
    {
        if (Refusal(kind) is { } refusal) return refusal;
        return await uploads.TakeAsync(kind, fileName, content, user.Actor, cancellationToken);
    }

    /// <summary>A file that the user brought, with its columns when it is a table.</summary>
    public async Task<Result<OpenedFile>> FindAsync(Guid uploadId, ColumnMapping? mapping, CancellationToken cancellationToken)
    {
        var found = await uploads.FindAsync(uploadId, user.Actor, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        if (Refusal(found.Value.Kind) is { } refusal) return refusal;

        var look = await tables.LookAsync(found.Value, mapping, cancellationToken);
        if (!look.IsSuccess) return look.Error!;
        if (mapping is not null && look.Value is { } table)
            await uploads.ChooseAsync(found.Value, new ChosenMapping(ColumnMapping.Fingerprint(table.Headers), table.Mapping), cancellationToken);
        return new OpenedFile(found.Value, look.Value);
    }

    public async Task<Result<ImportOutcome>> PreviewAsync(OpenedFile file, ImportChoices choices, CancellationToken cancellationToken) =>
        Refusal(file) is { } refusal ? refusal : await engine.PreviewAsync(file.Upload, file.Table?.Mapping, choices, cancellationToken);

    /// <summary>Imports the file; once it is written it is not kept any longer.</summary>
    public async Task<Result<ImportOutcome>> CommitAsync(OpenedFile file, ImportChoices choices, CancellationToken cancellationToken)
    {
        if (Refusal(file) is { } refusal) return refusal;
        var outcome = await engine.CommitAsync(file.Upload, file.Table?.Mapping, choices, cancellationToken);
        if (!outcome.IsSuccess || !outcome.Value.Committed) return outcome;

        // From here on nothing may take the answer back: the import is written, and whoever sent it may be gone.
        uploads.Delete(file.Upload.Id);
        if (file.Table is { } table) await tables.RememberAsync(file.Upload.Kind, table, CancellationToken.None);
        return outcome;
    }

    public void Forget(StoredUpload upload) => uploads.Delete(upload.Id);

    private Error? Refusal(ImportKind kind) => user.Has(ImportKinds.Of(kind).Policy) ? null : AccessErrors.NoRole;

    private Error? Refusal(OpenedFile file) =>
        file.Table is not { } table ? null
        : table.Missing.Count > 0 ? ImportErrors.MappingNeeded(string.Join(", ", table.Missing.Select(f => f.Label)))
        : PayColumn(table) is { } pay && !user.Has(Policies.ViewPay) ? ImportErrors.PayNotAllowed(pay)
        : null;

    // Whether a row changes anything tells whether a guessed figure is right, so what may not be read may not be compared either.
    private static string? PayColumn(TableLook table) => table.Mapping.Columns.FirstOrDefault(c => c.Value.Equals(ImportFields.Cost, StringComparison.Ordinal)).Key;
}

/// <summary>A file that is ready to be checked.</summary>
internal sealed record OpenedFile(StoredUpload Upload, TableLook? Table);
