using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Imports.NewImport;

/// <summary>Checks every row of a file and says what importing it would do. A mapping that is given is kept with the file, until it is imported.</summary>
[Requires(Policies.ImportFiles)]
public sealed record PreviewImportQuery(Guid UploadId, ColumnMapping? Mapping, ImportChoices Choices) : IRequest<Result<ImportPreview>>;

internal sealed class PreviewImportHandler(ImportDesk desk) : IRequestHandler<PreviewImportQuery, Result<ImportPreview>>
{
    public async Task<Result<ImportPreview>> Handle(PreviewImportQuery request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(request.UploadId, request.Mapping, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (upload, table) = found.Value;
        var preview = new ImportPreview(upload.Kind, upload.FileName, upload.Sha256, upload.Bytes, table is null ? null : PreviewTable.Of(table), null);
        if (table is { Missing.Count: > 0 }) return preview;

        var outcome = await desk.PreviewAsync(found.Value, request.Choices, cancellationToken);
        if (!outcome.IsSuccess) return outcome.Error!;
        return preview with { Report = outcome.Value.Report };
    }
}

/// <summary>What is known about a file before it is imported.</summary>
/// <param name="Kind">What it is imported as.</param>
/// <param name="FileName">Its name at the sender.</param>
/// <param name="FileSha256">Of its bytes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Table">Its columns; null when the file is no table.</param>
/// <param name="Report">What importing would do; null while required columns are not chosen.</param>
public sealed record ImportPreview(ImportKind Kind, string FileName, string FileSha256, long Bytes, PreviewTable? Table, ImportReport? Report);

/// <summary>The columns of a file with the mapping that was used.</summary>
public sealed record PreviewTable(IReadOnlyList<PreviewColumn> Columns, ColumnMapping Mapping, IReadOnlyList<string> Missing, bool Remembered)
{
    internal static PreviewTable Of(TableLook look) =>
        new(
            [.. look.Headers.Select((h, i) => new PreviewColumn(h, look.Samples[i], ProtectedColumns.IsProtected(h), ProtectedColumns.CanStandIn(h)))],
            look.Mapping,
            [.. look.Missing.Select(f => f.Label)],
            look.Remembered
        );
}

/// <summary>A column with its first values; none are shown of a protected one.</summary>
public sealed record PreviewColumn(string Header, IReadOnlyList<string> Samples, bool IsProtected, bool CanStandIn);
