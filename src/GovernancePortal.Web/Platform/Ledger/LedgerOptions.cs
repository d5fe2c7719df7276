using System.ComponentModel.DataAnnotations;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Section <c>Ledger</c> of the configuration.</summary>
public sealed class LedgerOptions
{
    public const string Section = "Ledger";

    /// <summary>Where the signing key and the copies of checkpoints are kept; relative to the content root. Replicas share it.</summary>
    [Required]
    public string Folder { get; set; } = Path.Combine("Data", "ledger");

    /// <summary>The ledger's name in its checkpoints, and the name of the key that signs them. Never changed once a checkpoint was handed out.</summary>
    [Required, RegularExpression(@"[^\s+]+", ErrorMessage = "Ledger:Origin holds neither spaces nor plus signs.")]
    public string Origin { get; set; } = "governance-portal/ledger";
}
