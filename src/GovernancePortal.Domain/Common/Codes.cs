using System.Text.Json;

namespace GovernancePortal.Domain.Common;

/// <summary>Names as files and answers of the interface spell them.</summary>
public static class Codes
{
    /// <summary>The value's name with a small first letter, such as <c>noSeatLeft</c>.</summary>
    public static string ToCode(this Enum value) => Of(value.ToString());

    /// <summary>The name of a property or a value with a small first letter.</summary>
    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
