using System.Text.Json;
using System.Text.Json.Serialization;
using GovernancePortal.Data.Conventions;

namespace GovernancePortal.Data.Ledger;

/// <summary>How a payload is spelt: camel case, enums as words, typed ids as the value they wrap.</summary>
internal static class LedgerJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TypedIdJson() } };
}
