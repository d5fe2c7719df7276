using System.Security.Cryptography;
using System.Text;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Checks <c>X-Hub-Signature-256</c> over the bytes as they came.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "sha256=";

    /// <summary>Takes as long for a wrong signature as for the right one, whatever it begins with.</summary>
    public static bool IsRight(ReadOnlySpan<byte> body, string? header, params ReadOnlySpan<string> secrets)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hasShape = header?.Length == Prefix.Length + (2 * claimed.Length)
            && header.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.FromHexString(header.AsSpan(Prefix.Length), claimed, out _, out _) == System.Buffers.OperationStatus.Done;

        var right = false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            if (secret.Length == 0) continue;
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, expected);
            right |= CryptographicOperations.FixedTimeEquals(expected, claimed);
        }

        return hasShape && right;
    }
}
