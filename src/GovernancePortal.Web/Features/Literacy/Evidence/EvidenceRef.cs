namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>A kept file, as whoever brought it sees it.</summary>
/// <param name="Sha256">64 hexadecimal digits, lower case.</param>
/// <param name="FileName">The name under which this person brought it.</param>
/// <param name="ContentType">Told from the content.</param>
public sealed record EvidenceRef(string Sha256, string FileName, string ContentType, long Bytes)
{
    /// <summary>As in <c>9f2c 41d0 … 7be8</c>.</summary>
    public string ShortHash => $"{Sha256[..4]} {Sha256[4..8]} … {Sha256[^4..]}";

    /// <summary>As in 214 KB.</summary>
    public string Size => Bytes < 1024 * 1024 ? $"{Math.Max(1, (Bytes + 512) / 1024)} KB" : FormattableString.Invariant($"{Bytes / (1024.0 * 1024):0.#} MB");
}
