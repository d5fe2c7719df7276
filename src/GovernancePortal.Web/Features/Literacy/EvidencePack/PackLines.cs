using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovernancePortal.Data.Conventions;
using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>
/// A pack as lines of canonical JSON (RFC 8785), one for each fact: what two makings are compared by. The SHA-256 over the lines is that of the pack; when
/// it was made and by whom is no part of it.
/// </summary>
internal sealed class PackLines : IDisposable
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TypedIdJson() } };

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Stream? _output;

    /// <param name="output">Where the lines go; null when only their hash is wanted.</param>
    public PackLines(Stream? output = null) => _output = output;

    public void Dispose() => _hash.Dispose();

    public void Add(PackContent content)
    {
        Add("pack", new { format = Format, content.On, content.Place });
        AddAll("duty", content.Duties);
        AddAll("tool", content.Tools);
        AddAll("requirement", content.Requirements);
        AddAll("course", content.Courses);
        AddAll("records", content.Records);
        AddAll("coverage", content.Coverage);
        AddAll("unit", content.Units);
    }

    public void Add(PackSession session) => Add("session", session);

    /// <summary>64 hexadecimal digits, lower case; nothing can be added afterwards.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    private void AddAll<T>(string section, IEnumerable<T> rows)
    {
        foreach (var row in rows) Add(section, row);
    }

    private void Add<T>(string section, T row)
    {
        var line = CanonicalJson.From(JsonSerializer.SerializeToElement(new { section, row }, Options));
        // What the portal stores is text that can be spelt; anything else is a bug.
        var bytes = Encoding.UTF8.GetBytes(line.Value + "\n");
        _hash.AppendData(bytes);
        _output?.Write(bytes);
    }
}
