using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Imports.ImportFile;

/// <summary>Checks and imports a file in one go, with the remembered or the suggested mapping; the way of the HTTP API.</summary>
[Requires(Policies.ImportFiles)]
public sealed record ImportFileCommand(ImportKind Kind, string FileName, Stream Content, bool DryRun, ImportChoices Choices) : IRequest<Result<ImportFileAnswer>>;

internal sealed class ImportFileHandler(ImportDesk desk) : IRequestHandler<ImportFileCommand, Result<ImportFileAnswer>>
{
    public async Task<Result<ImportFileAnswer>> Handle(ImportFileCommand request, CancellationToken cancellationToken)
    {
        var taken = await desk.TakeAsync(request.Kind, request.FileName, request.Content, cancellationToken);
        if (!taken.IsSuccess) return taken.Error!;
        try
        {
            var found = await desk.FindAsync(taken.Value.Id, mapping: null, cancellationToken);
            if (!found.IsSuccess) return found.Error!;

            var outcome = request.DryRun
                ? await desk.PreviewAsync(found.Value, request.Choices, cancellationToken)
                : await desk.CommitAsync(found.Value, request.Choices, cancellationToken);
            return outcome.IsSuccess ? ImportFileAnswer.Of(outcome.Value, taken.Value.Sha256) : outcome.Error!;
        }
        finally
        {
            desk.Forget(taken.Value);
        }
    }
}

/// <summary>The answer of the HTTP API.</summary>
/// <param name="ImportId">Null when nothing was written: a dry run, or rows are wrong.</param>
/// <param name="Accepted">Rows that are new or changed.</param>
/// <param name="Unchanged">Rows that say what the portal holds already.</param>
/// <param name="Rejected">Rows that are wrong.</param>
/// <param name="Errors">What is wrong, by row and column.</param>
/// <param name="Dropped">Columns with protected attributes, which were not read.</param>
/// <param name="Notes">What else should be known.</param>
/// <param name="FileSha256">Of the bytes that were sent.</param>
public sealed record ImportFileAnswer(
    Guid? ImportId,
    int Accepted,
    int Unchanged,
    int Rejected,
    IReadOnlyList<RowError> Errors,
    IReadOnlyList<string> Dropped,
    IReadOnlyList<string> Notes,
    string FileSha256
)
{
    /// <summary>Whether the file was refused because rows are wrong.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool NothingWritten => ImportId is null;

    internal static ImportFileAnswer Of(ImportOutcome outcome, string sha256)
    {
        var report = outcome.Report;
        Guid? id = outcome.Committed ? outcome.Id.Value : null;
        return new ImportFileAnswer(id, report.Counts.Accepted, report.Unchanged, report.Errors.Rows, report.Errors.All, report.Dropped, report.Notes, sha256);
    }
}
