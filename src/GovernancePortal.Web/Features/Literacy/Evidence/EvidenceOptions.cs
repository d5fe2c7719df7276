using System.ComponentModel.DataAnnotations;

namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>Section <c>Evidence</c> of the configuration.</summary>
public sealed class EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>Where files are kept on disk; relative to the content root. Replicas share it. Unused when <see cref="Container"/> is set.</summary>
    [Required]
    public string Folder { get; set; } = Path.Combine("Data", "evidence");

    /// <summary>Address of a container in Azure Blob storage, such as <c>https://account.blob.core.windows.net/evidence</c>; null keeps files on disk.</summary>
    public Uri? Container { get; set; }

    [Range(1, 100 * 1024 * 1024)]
    public long MaxBytes { get; set; } = 20 * 1024 * 1024;
}
