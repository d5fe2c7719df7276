using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;

namespace GovernancePortal.Web.Features.Organisation.ListPeople;

/// <summary>The people list's query: filters and orders that an index serves.</summary>
internal static class PeopleQuery
{
    /// <summary>After every letter that a name can hold, so that "begins with" is a range of the index on both databases.</summary>
    private const string AfterAll = "\uffff";

    public static IQueryable<Person> Matching(PortalDbContext db, UnitScope scope, PeopleFilter filter, DateOnly today)
    {
        var people = db.People.Within(db.Units, scope).Where(p => p.LeftOn == null || p.LeftOn > today);
        if (filter.Level is { } level) people = people.Where(p => p.Level == level);
        if (filter.IsContractor is { } contractor) people = people.Where(p => p.IsContractor == contractor);
        if (string.IsNullOrWhiteSpace(filter.Search)) return people;

        var name = Person.SearchForm(filter.Search);
        var nameEnd = name + AfterAll;
        var typed = filter.Search.Trim();
        var typedEnd = typed + AfterAll;
        var mail = typed.ToLowerInvariant();
        var mailEnd = mail + AfterAll;
#pragma warning disable CA1309 // Translated to SQL comparisons; the database's collation decides.
        return people.Where(p =>
            (string.Compare(p.SearchName, name) >= 0 && string.Compare(p.SearchName, nameEnd) < 0)
            || (string.Compare(p.SearchLastName, name) >= 0 && string.Compare(p.SearchLastName, nameEnd) < 0)
            || (string.Compare(p.EmployeeNumber, typed) >= 0 && string.Compare(p.EmployeeNumber, typedEnd) < 0)
            || (string.Compare(p.Email, mail) >= 0 && string.Compare(p.Email, mailEnd) < 0)
        );
#pragma warning restore CA1309
    }

    public static IQueryable<PersonRow> Page(PortalDbContext db, IQueryable<Person> people, PeopleOrder order, bool descending, Paging paging)
    {
        var rows = people.Join(db.Units, p => p.UnitId, u => u.Id, (person, unit) => new { person, unit });
        var sorted = (order, descending) switch
        {
            (PeopleOrder.Unit, false) => rows.OrderBy(r => r.unit.Left).ThenBy(r => r.person.SearchName),
            (PeopleOrder.Unit, true) => rows.OrderByDescending(r => r.unit.Left).ThenByDescending(r => r.person.SearchName),
            (PeopleOrder.Number, false) => rows.OrderBy(r => r.person.EmployeeNumber),
            (PeopleOrder.Number, true) => rows.OrderByDescending(r => r.person.EmployeeNumber),
            (_, false) => rows.OrderBy(r => r.person.SearchName),
            (_, true) => rows.OrderByDescending(r => r.person.SearchName),
        };
        var ended = descending ? sorted.ThenByDescending(r => r.person.Id) : sorted.ThenBy(r => r.person.Id);
        return ended
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(r => new PersonRow(
                r.person.Id,
                r.person.Name,
                r.person.EmployeeNumber,
                r.unit.Path,
                r.person.WorkRole,
                r.person.Level,
                r.person.IsContractor,
                r.person.Location
            ));
    }
}
