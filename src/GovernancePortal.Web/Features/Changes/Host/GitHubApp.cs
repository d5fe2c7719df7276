using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Signs in at GitHub as the app: a token of the app for its installations, made from the private key, and tokens of installations.</summary>
internal sealed class GitHubApp(IOptions<GitHubOptions> options, TimeProvider clock)
{
    // GitHub takes tokens of the app for ten minutes at most, and its clock may be ahead of ours.
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<long, (string Token, DateTimeOffset Until)> _tokens = new();

    /// <summary>A signed JSON web token (RS256) that names the app.</summary>
    public string Token()
    {
        var now = clock.GetUtcNow();
        var header = Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8);
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { iat = (now - Skew).ToUnixTimeSeconds(), exp = (now + Length).ToUnixTimeSeconds(), iss = options.Value.AppId });
        var text = $"{header}.{Base64Url.EncodeToString(claims)}";
        using var key = RSA.Create();
        key.ImportFromPem(options.Value.Pem());
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>The token of an installation that was got before, while it lasts.</summary>
    public string? Kept(long installation) => _tokens.TryGetValue(installation, out var kept) && kept.Until - Margin > clock.GetUtcNow() ? kept.Token : null;

    public void Keep(long installation, string token, DateTimeOffset until) => _tokens[installation] = (token, until);

    public void Forget(long installation) => _tokens.TryRemove(installation, out _);
}
