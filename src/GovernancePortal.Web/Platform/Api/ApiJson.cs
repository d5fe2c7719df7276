using System.Text.Json.Serialization;
using GovernancePortal.Data.Conventions;

namespace GovernancePortal.Web.Platform.Api;

/// <summary>How the HTTP API spells values: enumerations as words, typed ids as the value they wrap.</summary>
internal static class ApiJson
{
    public static IServiceCollection AddApiJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            options.SerializerOptions.Converters.Add(new TypedIdJson());
        });
}
