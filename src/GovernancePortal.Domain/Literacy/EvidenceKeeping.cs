namespace GovernancePortal.Domain.Literacy;

/// <summary>That somebody brought a file. The file is stored once; everybody who brought it may refer to it and read it, under the name they gave it.</summary>
public sealed class EvidenceKeeping
{
    private EvidenceKeeping() { }

    public EvidenceKeeping(string sha256, string keptBy, string fileName, DateTimeOffset keptAt) => (Sha256, KeptBy, FileName, KeptAt) = (sha256, keptBy, fileName, keptAt);

    public string Sha256 { get; private set; } = "";

    /// <summary>As the ledger names them.</summary>
    public string KeptBy { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public DateTimeOffset KeptAt { get; private set; }
}
