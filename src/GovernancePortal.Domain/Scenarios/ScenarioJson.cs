using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// Writes results as JSON and reads them back to the same bits. What is worked out from other properties is left out; what only the model may set is set all
/// the same when it is read. A property added to a result is kept from then on without a change here.
/// </summary>
internal static class ScenarioJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepWhatIsStored } },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("There is nothing in it.");

    private static void KeepWhatIsStored(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is not null || property.AssociatedParameter is not null) continue;
            if (property.AttributeProvider is PropertyInfo { SetMethod: not null } own) property.Set = own.SetValue;
            else type.Properties.RemoveAt(i);
        }
    }
}
