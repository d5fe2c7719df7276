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
        if (mapping is not null && look.Value is { } table) await tables.RememberAsync(found.Value.Kind, table, cancellationToken);
        return new OpenedFile(found.Value, look.Value);
    }

    public async Task<Result<ImportOutcome>> PreviewAsync(OpenedFile file, ImportChoices choices, CancellationToken cancellationToken) =>
        MappingNeeded(file) is { } needed ? needed : await engine.PreviewAsync(file.Upload, file.Table?.Mapping, choices, cancellationToken);

    /// <summary>Imports the file; once it is written it is not kept any longer.</summary>
    public async Task<Result<ImportOutcome>> CommitAsync(OpenedFile file, ImportChoices choices, CancellationToken cancellationToken)
    {
        if (MappingNeeded(file) is { } needed) return needed;
        var outcome = await engine.CommitAsync(file.Upload, file.Table?.Mapping, choices, cancellationToken);
        if (!outcome.IsSuccess || !outcome.Value.Committed) return outcome;

        // From here on nothing may take the answer back: the import is written, and whoever sent it may be gone.
        uploads.Delete(file.Upload.Id);
        if (file.Table is { Remembered: false } table) await tables.RememberAsync(file.Upload.Kind, table, CancellationToken.None);
        return outcome;
    }

    public void Forget(StoredUpload upload) => uploads.Delete(upload.Id);

    private Error? Refusal(ImportKind kind) => user.Has(ImportKinds.Of(kind).Policy) ? null : AccessErrors.NoRole;

    private static Error? MappingNeeded(OpenedFile file) =>
        file.Table is { Missing.Count: > 0 } table ? ImportErrors.MappingNeeded(string.Join(", ", table.Missing.Select(f => f.Label))) : null;
}

/// <summary>A file that is ready to be checked.</summary>
internal sealed record OpenedFile(StoredUpload Upload, TableLook? Table);
