using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Ledger;

/// <summary>The public half of an Ed25519 signing key under the name it signs with, in the form of C2SP's signed-note.</summary>
public sealed record VerifierKey
{
    public const int PublicKeyLength = 32;
    internal const int KeyIdLength = 4;
    private const byte Ed25519 = 1;
    private readonly byte[] _publicKey;

    private VerifierKey(string name, byte[] publicKey) => (Name, _publicKey) = (name, publicKey);

    public string Name { get; }

    public ReadOnlySpan<byte> PublicKey => _publicKey;

    /// <summary>Four bytes that tell keys of the same name apart; they are no protection.</summary>
    public uint KeyId => ComputeKeyId(Name, [Ed25519, .. _publicKey]);

    public static Result<VerifierKey> Create(string name, ReadOnlySpan<byte> publicKey)
    {
        if (!IsName(name)) return LedgerErrors.KeyMalformed("the name is empty or holds a space or a plus sign");
        if (publicKey.Length != PublicKeyLength) return LedgerErrors.KeyMalformed("an Ed25519 public key has 32 bytes");
        return new VerifierKey(name, publicKey.ToArray());
    }

    /// <summary>Reads <c>name+keyid+key</c>.</summary>
    public static Result<VerifierKey> Parse(string text)
    {
        var parts = text.Split('+', 3); // base64 may hold further plus signs
        if (parts.Length != 3) return LedgerErrors.KeyMalformed("it does not consist of name, key id and key joined by plus signs");
        if (StrictBase64.Decode(parts[2]) is not { } key) return LedgerErrors.KeyMalformed("the key is not base64");
        if (key.Length != PublicKeyLength + 1 || key[0] != Ed25519) return LedgerErrors.KeyMalformed("it is not an Ed25519 key");

        var created = Create(parts[0], key.AsSpan(1));
        if (created.IsSuccess && !string.Equals(created.Value.KeyIdText, parts[1], StringComparison.Ordinal))
        {
            return LedgerErrors.KeyMalformed("the key id does not belong to this name and key");
        }

        return created;
    }

    private string KeyIdText => KeyId.ToString("x8");

    public override string ToString() => $"{Name}+{KeyIdText}+{Convert.ToBase64String([Ed25519, .. _publicKey])}";

    public bool Equals(VerifierKey? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && PublicKey.SequenceEqual(other.PublicKey);

    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Name), KeyId);

    internal static bool IsName(string name) => name.Length > 0 && !name.Contains('+', StringComparison.Ordinal) && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static uint ComputeKeyId(string name, ReadOnlySpan<byte> typedKey)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. typedKey];
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(input));
    }
}
