using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovernancePortal.Domain.Ledger;

/// <summary>Finds numbers that a double cannot hold: RFC 8785 would round them without a word, which a record of decisions must not do.</summary>
internal static class ExactNumbers
{
    public static bool AreLostIn(JsonNode? value) => value switch
    {
        null => false,
        JsonObject o => o.Any(p => AreLostIn(p.Value)),
        JsonArray a => a.Any(AreLostIn),
        _ => value.GetValueKind() == JsonValueKind.Number && IsLost(value.ToJsonString()),
    };

    private static bool IsLost(string written)
    {
        // Outside the range of decimal nobody wrote digits to be kept: it came from a double.
        if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var meant)) return false;

        var kept = new StringBuilder();
        EcmaScriptNumber.Append(kept, double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture));
        return decimal.Parse(kept.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture) != meant;
    }
}
