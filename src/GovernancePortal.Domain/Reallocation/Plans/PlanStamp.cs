using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>One thing that a plan rests on.</summary>
/// <param name="Key">What it is and of whom, such as <c>seats/role/unit</c>: a kind and then ids.</param>
/// <param name="Value">As it was read, in words that can be shown.</param>
public sealed record StampPart(string Key, string Value);

/// <summary>What is no longer as it was.</summary>
/// <param name="Key">As in <see cref="StampPart"/>.</param>
/// <param name="Was">Null for what was not there.</param>
/// <param name="Is">Null for what is no longer there.</param>
public sealed record StampDifference(string Key, string? Was, string? Is)
{
    /// <summary>What is before the first slash of the key.</summary>
    public string Kind => Key.Split('/')[0];

    /// <summary>The ids behind it.</summary>
    public IReadOnlyList<string> Subjects => Key.Split('/')[1..];
}

/// <summary>
/// Everything that a plan was checked with, so that an approval can tell whether it is still so and, if not, what changed. The parts are kept and not their
/// hash alone, because "it changed" does not help whoever has to decide.
/// </summary>
public sealed class PlanStamp
{
    private readonly SortedDictionary<string, string> _parts;

    /// <exception cref="ArgumentException">Two parts have the same key.</exception>
    public PlanStamp(IEnumerable<StampPart> parts)
    {
        _parts = new(StringComparer.Ordinal);
        foreach (var part in parts) _parts.Add(part.Key, part.Value);
        Json = JsonSerializer.Serialize(_parts);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)));
    }

    /// <summary>SHA-256 of <see cref="Json"/>.</summary>
    public string Hash { get; }

    /// <summary>In the order of the keys, so that the same parts give the same text.</summary>
    public string Json { get; }

    public static PlanStamp Read(string json) => new((JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []).Select(p => new StampPart(p.Key, p.Value)));

    /// <summary>What is not as it was in <paramref name="before"/>, in the order of the keys.</summary>
    public IReadOnlyList<StampDifference> Since(PlanStamp before) =>
        [
            .. before._parts.Keys.Union(_parts.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key => new StampDifference(key, before._parts.GetValueOrDefault(key), _parts.GetValueOrDefault(key)))
                .Where(d => !string.Equals(d.Was, d.Is, StringComparison.Ordinal)),
        ];
}
