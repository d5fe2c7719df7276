using GovernancePortal.Domain.Ledger;
using Microsoft.Extensions.Options;
using NSec.Cryptography;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Signs checkpoints with the portal's Ed25519 key, which is made at its first use and never leaves the ledger's folder.</summary>
public sealed class CheckpointSigner : IDisposable
{
    public const string KeyFile = "signing.key";
    public const string PublicKeyFile = "ledger.pub";

    private readonly Lazy<Key> _key;
    private readonly Lazy<VerifierKey> _verifierKey;

    public CheckpointSigner(LedgerFolder folder, IOptions<LedgerOptions> options)
    {
        Origin = options.Value.Origin;
        _key = new(() => Load(folder));
        _verifierKey = new(() => Publish(folder));
    }

    public string Origin { get; }

    /// <summary>The public half, as it lies beside the key for whoever verifies.</summary>
    public VerifierKey VerifierKey => _verifierKey.Value;

    public SignedCheckpoint Sign(Checkpoint checkpoint)
    {
        var signature = SignatureAlgorithm.Ed25519.Sign(_key.Value, checkpoint.ToSignedBytes());
        return SignedCheckpoint.Create(checkpoint, NoteSignature.By(VerifierKey, signature));
    }

    /// <summary>Whether the checkpoint is of this ledger and carries a valid signature by this key.</summary>
    public bool HasSigned(SignedCheckpoint checkpoint)
    {
        if (!string.Equals(checkpoint.Checkpoint.Origin, Origin, StringComparison.Ordinal)) return false;

        var own = checkpoint.Signatures.Where(s => s.IsBy(VerifierKey)).ToArray();
        var publicKey = PublicKey.Import(SignatureAlgorithm.Ed25519, VerifierKey.PublicKey, KeyBlobFormat.RawPublicKey);
        var bytes = checkpoint.ToSignedBytes();
        return own.Length > 0 && own.All(s => SignatureAlgorithm.Ed25519.Verify(publicKey, bytes, s.Signature));
    }

    public void Dispose()
    {
        if (_key.IsValueCreated) _key.Value.Dispose();
    }

    private static Key Load(LedgerFolder folder)
    {
        var text = folder.Read(KeyFile) ?? folder.Keep(KeyFile, NewKey(), isSecret: true);
        return Key.Import(SignatureAlgorithm.Ed25519, Convert.FromBase64String(text), KeyBlobFormat.RawPrivateKey);
    }

    private static string NewKey()
    {
        using var key = Key.Create(SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        return Convert.ToBase64String(key.Export(KeyBlobFormat.RawPrivateKey)) + "\n";
    }

    private VerifierKey Publish(LedgerFolder folder)
    {
        var key = VerifierKey.Create(Origin, _key.Value.PublicKey.Export(KeyBlobFormat.RawPublicKey)).Value;
        folder.Keep(PublicKeyFile, key + "\n");
        return key;
    }
}
