namespace GovernancePortal.Domain.Literacy;

/// <summary>A file that shows that training took place. It is stored once under its SHA-256 and never written again.</summary>
public sealed class EvidenceFile
{
    public const int HashLength = 64;
    public const int FileNameMaxLength = 200;
    public const int ContentTypeMaxLength = 100;

    private EvidenceFile() { }

    public EvidenceFile(string sha256, string fileName, string contentType, long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sha256.Length, HashLength);
        (Sha256, FileName, ContentType, Bytes) = (sha256, fileName, contentType, bytes);
    }

    /// <summary>64 hexadecimal digits, lower case.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The name under which it came first.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Told from the content, not from the name.</summary>
    public string ContentType { get; private set; } = "";

    public long Bytes { get; private set; }

    public DateTimeOffset StoredAt { get; private set; }

    public string StoredBy { get; private set; } = "";

    public void Stored(string by, DateTimeOffset at) => (StoredBy, StoredAt) = (by, at);
}
