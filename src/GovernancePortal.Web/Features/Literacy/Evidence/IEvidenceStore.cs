namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>Where the content of evidence files lies, each under its SHA-256. Nothing is ever written over or taken away.</summary>
public interface IEvidenceStore
{
    /// <summary>Writes the content unless something is there under this name.</summary>
    Task KeepAsync(string sha256, byte[] content, CancellationToken cancellationToken);

    /// <summary>What lies there, right or damaged; null when nothing does.</summary>
    Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken);
}
