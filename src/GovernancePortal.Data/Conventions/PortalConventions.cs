using GovernancePortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Conventions;

/// <summary>How the domain's types are stored on either database.</summary>
internal static class PortalConventions
{
    public static void Apply(ModelConfigurationBuilder builder, bool sqlite)
    {
        foreach (var id in TypedIds())
        {
            var converter = sqlite ? typeof(TypedIdBytesConverter<>) : typeof(TypedIdConverter<>);
            builder.Properties(id).HaveConversion(converter.MakeGenericType(id));
        }

        if (sqlite) builder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        builder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        builder.Properties<decimal>().HavePrecision(18, 4);
    }

    private static IEnumerable<Type> TypedIds() =>
        typeof(ITypedId<>)
            .Assembly.GetTypes()
            .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)));
}
