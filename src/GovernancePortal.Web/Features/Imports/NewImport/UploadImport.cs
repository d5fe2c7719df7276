using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Imports.NewImport;

/// <summary>Takes a file in, to be looked at before it is imported. Nothing is written to the database.</summary>
[Requires(Policies.ImportFiles)]
public sealed record UploadImportCommand(ImportKind Kind, string FileName, Stream Content) : IRequest<Result<UploadedImport>>;

internal sealed class UploadImportHandler(ImportDesk desk) : IRequestHandler<UploadImportCommand, Result<UploadedImport>>
{
    public async Task<Result<UploadedImport>> Handle(UploadImportCommand request, CancellationToken cancellationToken)
    {
        var taken = await desk.TakeAsync(request.Kind, request.FileName, request.Content, cancellationToken);
        if (!taken.IsSuccess) return taken.Error!;
        return new UploadedImport(taken.Value.Id, taken.Value.Sha256, taken.Value.Bytes);
    }
}

public sealed record UploadedImport(Guid UploadId, string FileSha256, long Bytes);
