using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Access;

public readonly record struct ApiKeyId(Guid Value) : ITypedId<ApiKeyId>
{
    public static ApiKeyId New() => new(Guid.CreateVersion7());

    public static ApiKeyId From(Guid value) => new(value);
}

/// <summary>
/// A key with which a program calls the API. Only its hash is kept: the key has 256 random bits, so a plain SHA-256 cannot be searched.
/// </summary>
public sealed class ApiKey
{
    public const int NameMaxLength = 120;
    public const int ScopesMaxLength = 500;
    public const int PrefixLength = 8;

    /// <summary>What every key begins with, so that a scanner for leaked secrets can recognise one.</summary>
    public const string Marker = "gp_";

    private ApiKey() { }

    public ApiKey(string name, string key, IEnumerable<string> scopes, UnitId unitId, DateTimeOffset createdAt, DateTimeOffset expiresAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Id, Name, Hash, UnitId, CreatedAt, ExpiresAt) = (ApiKeyId.New(), name, HashOf(key), unitId, createdAt, expiresAt);
        Prefix = key.Length > Marker.Length + PrefixLength ? key[..(Marker.Length + PrefixLength)] : "";
        Scopes = string.Join(' ', scopes.Order(StringComparer.Ordinal));
    }

    public ApiKeyId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The first characters, by which people tell keys apart.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the key in UTF-8.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Names of API scopes, separated by spaces.</summary>
    public string Scopes { get; private set; } = "";

    /// <summary>The key reaches this unit and everything below it.</summary>
    public UnitId UnitId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>A new random key, to be shown once.</summary>
    public static string Generate() => Marker + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public bool IsUsableAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public Result Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null) return AccessErrors.KeyAlreadyRevoked;

        RevokedAt = now;
        return Result.Success;
    }
}
