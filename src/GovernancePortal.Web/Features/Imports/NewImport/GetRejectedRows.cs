using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Imports.NewImport;

/// <summary>The wrong rows of a file as they came, with the reason in a column of its own, to be corrected and dropped again.</summary>
[Requires(Policies.ImportFiles)]
public sealed record GetRejectedRowsQuery(Guid UploadId) : IRequest<Result<RejectedRowsFile>>;

internal sealed class GetRejectedRowsHandler(ImportDesk desk, RejectedRowsWriter writer) : IRequestHandler<GetRejectedRowsQuery, Result<RejectedRowsFile>>
{
    public async Task<Result<RejectedRowsFile>> Handle(GetRejectedRowsQuery request, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(request.UploadId, mapping: null, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var outcome = await desk.PreviewAsync(found.Value, new ImportChoices(), cancellationToken);
        if (!outcome.IsSuccess) return outcome.Error!;

        var content = await writer.WriteAsync(found.Value, outcome.Value.Report.Errors, cancellationToken);
        return new RejectedRowsFile($"{Path.GetFileNameWithoutExtension(found.Value.Upload.FileName)}-wrong-rows.csv", content);
    }
}

/// <param name="FileName">Suggested name.</param>
/// <param name="Content">CSV in UTF-8 with a mark, at its beginning; it vanishes when it is closed.</param>
public sealed record RejectedRowsFile(string FileName, Stream Content);
