using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Imports.NewImport;

/// <summary>Imports a file in one transaction. While rows are wrong nothing is written, unless the wrong rows are to be left out.</summary>
[Requires(Policies.ImportFiles)]
public sealed record CommitImportCommand(Guid UploadId, ColumnMapping? Mapping, ImportChoices Choices) : IRequest<Result<CommittedImport>>;

internal sealed partial class CommitImportHandler(ImportDesk desk, ILogger<CommitImportHandler> log) : IRequestHandler<CommitImportCommand, Result<CommittedImport>>
{
    public async Task<Result<CommittedImport>> Handle(CommitImportCommand request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(request.UploadId, request.Mapping, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var outcome = await desk.CommitAsync(found.Value, request.Choices, cancellationToken);
        if (!outcome.IsSuccess) return outcome.Error!;

        var (id, report, committed) = outcome.Value;
        if (!committed) return ImportErrors.RowsWrong(report.Errors.Rows, report.Rows);
        Imported(id.Value, report.Counts.Accepted, report.Counts.Unchanged, report.Counts.Rejected);
        return new CommittedImport(id, report.Counts, report.Left);
    }

    [LoggerMessage(3001, LogLevel.Information, "Import {ImportId} committed: {Accepted} accepted, {Unchanged} unchanged, {Rejected} left out")]
    private partial void Imported(Guid importId, int accepted, int unchanged, int rejected);
}

public sealed record CommittedImport(ImportId Id, ImportCounts Counts, int Left);
