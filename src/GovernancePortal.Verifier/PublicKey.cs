using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace GovernancePortal.Verifier;

/// <summary>A verifier key as C2SP's signed-note writes it: name+keyid+base64 of the byte 1 and the Ed25519 public key.</summary>
internal sealed class PublicKey
{
    private const byte Ed25519 = 1;
    private const int IdLength = 4;
    private readonly string _text;
    private readonly byte[] _id;
    private readonly byte[] _key;

    private PublicKey(string text, string name, byte[] id, byte[] key) => (_text, Name, _id, _key) = (text, name, id, key);

    public string Name { get; }

    public static PublicKey Read(string keyOrFile) => Parse(File.Exists(keyOrFile) ? File.ReadAllText(keyOrFile).Trim() : keyOrFile);

    private static PublicKey Parse(string text)
    {
        var first = text.IndexOf('+', StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf('+', first + 1);
        if (first <= 0 || second < 0) throw new UnusableKeyException("--key is neither a file nor a key of the form name+keyid+key.");

        var name = text[..first];
        var typedKey = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[(second + 1)..], typedKey, out var length) || length != 33 || typedKey[0] != Ed25519)
        {
            throw new UnusableKeyException("The key given is not an Ed25519 key.");
        }

        byte[] identified = [.. Encoding.UTF8.GetBytes(name + "\n"), .. typedKey[..length]];
        var id = SHA256.HashData(identified)[..IdLength];
        if (!string.Equals(Convert.ToHexStringLower(id), text[(first + 1)..second], StringComparison.Ordinal))
        {
            throw new UnusableKeyException("The key id does not belong to the key given: it was mistyped or altered.");
        }

        return new PublicKey(text, name, id, typedKey[1..length]);
    }

    public bool HasId(ReadOnlySpan<byte> id) => _id.AsSpan().SequenceEqual(id);

    public bool Signed(byte[] message, byte[] signature)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: false, new Ed25519PublicKeyParameters(_key, 0));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.VerifySignature(signature);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_text}");
}
