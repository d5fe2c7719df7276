using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Adoption.GetUsage;

/// <summary>Reads what the API is asked. A parameter that is not known is refused, so that nobody believes a figure to be narrower than it is.</summary>
internal static class UsageParameters
{
    private static readonly string[] Known = ["unit", "tool", "weeks", "groupBy"];
    private static readonly string[] Groups = ["unit", "week"];
    private static readonly string[] OfPersons = ["person", "login", "user", "account", "employee", "email"];

    public static Result<GetUsageQuery> Read(IQueryCollection asked)
    {
        UnitId? unit = Guid.TryParse(asked["unit"], out var id) ? new UnitId(id) : null;
        if (asked.Keys.Concat(asked["groupBy"]).Select(PersonIn).FirstOrDefault(p => p is not null) is { } by) return new GetUsageQuery(unit, PersonBy: by);
        if (asked.Keys.FirstOrDefault(k => !Known.Contains(k, StringComparer.OrdinalIgnoreCase)) is { } unknown) return UsageErrors.Unknown(unknown);
        if (asked["groupBy"] is [{ } group, ..] && !Groups.Contains(group, StringComparer.OrdinalIgnoreCase)) return UsageErrors.Unknown($"groupBy={group}");

        var weeks = asked["weeks"] is [{ } text, ..] ? (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0) : 1;
        return new GetUsageQuery(unit, asked["tool"], weeks);
    }

    /// <summary>The word for a person in the name of a parameter; what else the name holds is the caller's, and goes nowhere.</summary>
    private static string? PersonIn(string? word) => OfPersons.FirstOrDefault(p => word?.Contains(p, StringComparison.OrdinalIgnoreCase) == true);
}
