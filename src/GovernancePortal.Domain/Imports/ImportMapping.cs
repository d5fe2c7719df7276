namespace GovernancePortal.Domain.Imports;

/// <summary>How the columns of a source were mapped the last time, kept for files with the same columns.</summary>
public sealed class ImportMapping
{
    public const int FingerprintLength = 64;

    private ImportMapping() { }

    public ImportMapping(ImportKind kind, string headerFingerprint) => (Kind, HeaderFingerprint) = (kind, headerFingerprint);

    public ImportKind Kind { get; private set; }

    /// <summary>SHA-256 of the column names in their order, lower-case hexadecimal.</summary>
    public string HeaderFingerprint { get; private set; } = "";

    /// <summary>The mapping as JSON.</summary>
    public string Mapping { get; private set; } = "{}";

    public DateTimeOffset SavedAt { get; private set; }

    public void Save(string mapping, DateTimeOffset at) => (Mapping, SavedAt) = (mapping, at);
}
