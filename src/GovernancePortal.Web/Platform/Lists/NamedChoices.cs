using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Lists;

/// <summary>Something that can be chosen; the label names it uniquely.</summary>
public sealed record NamedChoice(Guid Id, string Label);

/// <summary>What a field offers while somebody types.</summary>
internal static class NamedChoices
{
    private const int Most = 20;

    /// <summary>People who work in the units on a day, by the beginning of a first or last name; with their number, so that two of one name can be told apart.</summary>
    public static async Task<NamedChoice[]> OfferAsync(this IQueryable<Person> people, IQueryable<Unit> units, UnitScope scope, string text, DateOnly today, CancellationToken cancellationToken)
    {
        // What was chosen reads "name, number".
        var name = text.Split(',')[0];
        if (Person.SearchForm(name).Length == 0) return [];

        return await people.Within(units, scope)
            .Where(p => p.LeftOn == null || p.LeftOn > today)
            .WhoseNameBegins(name)
            .OrderBy(p => p.SearchName)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new NamedChoice(p.Id.Value, p.Name + ", " + p.EmployeeNumber))
            .ToArrayAsync(cancellationToken);
    }

    /// <summary>Units by a part of their path; the highest first.</summary>
    public static async Task<NamedChoice[]> OfferAsync(this IQueryable<Unit> units, UnitScope scope, string text, CancellationToken cancellationToken)
    {
        var anywhere = LikePattern.Containing(text.Trim());
        return await units.Within(scope)
            .Where(u => EF.Functions.Like(u.Path, anywhere, LikePattern.Escape))
            .OrderBy(u => u.Depth)
            .ThenBy(u => u.Left)
            .Take(Most)
            .Select(u => new NamedChoice(u.Id.Value, u.Path))
            .ToArrayAsync(cancellationToken);
    }
}
