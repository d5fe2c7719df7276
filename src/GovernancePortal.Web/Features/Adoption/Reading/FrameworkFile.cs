using System.Text.Json;
using System.Text.Json.Serialization;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>What each guardrail answers to in one framework, on the day it was written down.</summary>
/// <param name="Edition">Which text the numbers mean.</param>
/// <param name="AsOf">The day of the writing; frameworks move on.</param>
/// <param name="ConfirmedBy">The person who compared it with the text; null for nobody yet.</param>
/// <param name="References">By guardrail type; a type may answer to nothing.</param>
public sealed record Framework(
    string Id, string Name, string Edition, DateOnly AsOf, string Source, string Note, string? ConfirmedBy, DateOnly? ConfirmedOn, IReadOnlyDictionary<GuardrailType, string> References);

/// <summary>The dated file of frameworks that lies beside the program. It is data: a new edition is a new line there, not a change of the program.</summary>
internal sealed class FrameworkFile
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new JsonStringEnumConverter() },
        };

    private readonly Lazy<IReadOnlyList<Framework>> _frameworks = new(() => Read(Path.Combine(AppContext.BaseDirectory, "Frameworks", "guardrail-frameworks.json")));

    public IReadOnlyList<Framework> All => _frameworks.Value;

    public static IReadOnlyList<Framework> Read(string path) =>
        JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Options)?.Frameworks ?? throw new InvalidDataException($"{path} names no framework.");

    private sealed record Content(IReadOnlyList<Framework> Frameworks);
}
