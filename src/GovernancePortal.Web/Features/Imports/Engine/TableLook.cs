using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>The columns of a table and how they would be read.</summary>
/// <param name="Headers">Names of the columns in their order.</param>
/// <param name="Samples">The first different values of each column; none for protected ones.</param>
/// <param name="Mapping">Chosen, remembered or suggested.</param>
/// <param name="Missing">Required fields that no column was chosen for.</param>
/// <param name="Remembered">Whether the mapping is the one of an earlier file with the same columns.</param>
internal sealed record TableLook(
    IReadOnlyList<string> Headers,
    IReadOnlyList<IReadOnlyList<string>> Samples,
    ColumnMapping Mapping,
    IReadOnlyList<ImportField> Missing,
    bool Remembered
);

/// <summary>Looks at the columns of a table and remembers how they were mapped.</summary>
internal sealed class TableLooker(IDbContextFactory<PortalDbContext> contexts, UploadStore uploads, TimeProvider clock)
{
    private const int SampleRows = 200;
    private const int SamplesPerColumn = 3;

    /// <summary>The look of a table, or null when the file is no table.</summary>
    public async Task<Result<TableLook?>> LookAsync(StoredUpload upload, ColumnMapping? chosen, CancellationToken cancellationToken)
    {
        if (upload.Format != FileFormat.Csv) return (TableLook?)null;

        var opened = TableReader.Open(uploads.Open(upload), upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;
        var remembered = chosen is null ? await RecallAsync(upload, table.Headers, cancellationToken) : null;
        var mapping = (chosen ?? remembered ?? ColumnMapping.Suggest(upload.Kind, table.Headers)).FittedTo(upload.Kind, table.Headers);
        try
        {
            return new TableLook(table.Headers, Samples(table), mapping, mapping.Missing(upload.Kind), remembered is not null);
        }
        catch (ImportBrokenException broken)
        {
            return broken.Error;
        }
    }

    /// <summary>Keeps the mapping for files with the same columns. When two do so at the same moment, the one that was first stays.</summary>
    public async Task RememberAsync(ImportKind kind, TableLook look, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var fingerprint = ColumnMapping.Fingerprint(look.Headers);
        var mapping = await db.ImportMappings.SingleOrDefaultAsync(m => m.Kind == kind && m.HeaderFingerprint == fingerprint, cancellationToken);
        if (mapping is null) db.ImportMappings.Add(mapping = new ImportMapping(kind, fingerprint));
        mapping.Save(JsonSerializer.Serialize(look.Mapping), clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // It is a convenience and there is one now; an import must not fail over it.
        }
    }

    private static IReadOnlyList<IReadOnlyList<string>> Samples(TableReader table)
    {
        var samples = table.Headers.Select(_ => new List<string>()).ToArray();
        for (var rows = 0; rows < SampleRows && table.Read(); rows++)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                if (samples[i].Count == SamplesPerColumn || ProtectedColumns.IsProtected(table.Headers[i])) continue;
                var cell = table.Cell(i);
                if (!cell.IsEmpty && !samples[i].Contains(cell.ToString())) samples[i].Add(cell.ToString());
            }
        }

        return samples;
    }

    // What was chosen for this file comes first, then for its forerunner, then what was imported.
    private async Task<ColumnMapping?> RecallAsync(StoredUpload upload, IReadOnlyList<string> headers, CancellationToken cancellationToken)
    {
        var fingerprint = ColumnMapping.Fingerprint(headers);
        if (upload.Chosen?.Mapping is { } chosen) return chosen;
        if (await uploads.ChosenBeforeAsync(upload, fingerprint, cancellationToken) is { } before) return before;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var json = await db
            .ImportMappings.Where(m => m.Kind == upload.Kind && m.HeaderFingerprint == fingerprint)
            .Select(m => m.Mapping)
            .SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<ColumnMapping>(json);
    }
}
