using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>Evidence in Azure Blob storage. <c>If-None-Match: *</c> lets the service itself refuse to write over a blob.</summary>
internal sealed class BlobEvidenceStore(BlobContainerClient container) : IEvidenceStore
{
    public async Task KeepAsync(string sha256, byte[] content, CancellationToken cancellationToken)
    {
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await container.GetBlobClient(sha256).UploadAsync(new BinaryData(content), onlyNew, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // It lies there already.
        }
    }

    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var found = await container.GetBlobClient(sha256).DownloadContentAsync(cancellationToken);
            return found.Value.Content.ToArray();
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
