using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;

namespace GovernancePortal.Web.Features.Organisation.ListPeople;

/// <summary>The people list's query: filters and orders that an index serves.</summary>
internal static class PeopleQuery
{
    public static IQueryable<Person> Matching(PortalDbContext db, UnitScope scope, PeopleFilter filter, DateOnly today)
    {
        var people = db.People.Within(db.Units, scope).Where(p => p.LeftOn == null || p.LeftOn > today);
        if (filter.Level is { } level) people = people.Where(p => p.Level == level);
        if (filter.IsContractor is { } contractor) people = people.Where(p => p.IsContractor == contractor);
        if (string.IsNullOrWhiteSpace(filter.Search)) return people;

        var name = Person.SearchForm(filter.Search);
        var nameEnd = name + NameSearch.AfterAll;
        var typed = filter.Search.Trim();
        var typedEnd = typed + NameSearch.AfterAll;
        var mail = typed.ToLowerInvariant();
        var mailEnd = mail + NameSearch.AfterAll;
#pragma warning disable CA1309 // Translated to SQL comparisons; the database's collation decides.
        return people.Where(p =>
            (string.Compare(p.SearchName, name) >= 0 && string.Compare(p.SearchName, nameEnd) < 0)
            || (string.Compare(p.SearchLastName, name) >= 0 && string.Compare(p.SearchLastName, nameEnd) < 0)
            || (string.Compare(p.EmployeeNumber, typed) >= 0 && string.Compare(p.EmployeeNumber, typedEnd) < 0)
            || (string.Compare(p.Email, mail) >= 0 && string.Compare(p.Email, mailEnd) < 0)
        );
#pragma warning restore CA1309
    }

    /// <summary>The ids of one page, in order. Ids alone, because an index then answers without touching the rows that are skipped.</summary>
    public static IQueryable<PersonId> Page(PortalDbContext db, IQueryable<Person> people, PeopleOrder order, bool descending, Paging paging)
    {
        var sorted = (order, descending) switch
        {
            (PeopleOrder.Unit, false) => ByUnit(db, people).OrderBy(r => r.Left).ThenBy(r => r.UnitId).ThenBy(r => r.Name).ThenBy(r => r.Id).Select(r => r.Id),
            (PeopleOrder.Unit, true) => ByUnit(db, people)
                .OrderByDescending(r => r.Left)
                .ThenByDescending(r => r.UnitId)
                .ThenByDescending(r => r.Name)
                .ThenByDescending(r => r.Id)
                .Select(r => r.Id),
            (PeopleOrder.Number, false) => people.OrderBy(p => p.EmployeeNumber).ThenBy(p => p.Id).Select(p => p.Id),
            (PeopleOrder.Number, true) => people.OrderByDescending(p => p.EmployeeNumber).ThenByDescending(p => p.Id).Select(p => p.Id),
            (_, false) => people.OrderBy(p => p.SearchName).ThenBy(p => p.Id).Select(p => p.Id),
            (_, true) => people.OrderByDescending(p => p.SearchName).ThenByDescending(p => p.Id).Select(p => p.Id),
        };
        return sorted.Skip(paging.Skip).Take(paging.Size);
    }

    /// <summary>What the list shows of the people of one page, in no order.</summary>
    public static IQueryable<PersonRow> Rows(PortalDbContext db, IReadOnlyCollection<PersonId> ids) =>
        db.People.Where(p => ids.Contains(p.Id))
            .Join(
                db.Units,
                p => p.UnitId,
                u => u.Id,
                (p, u) => new PersonRow(p.Id, p.Name, p.EmployeeNumber, u.Path, p.WorkRole, p.Level, p.IsContractor, p.Location)
            );

    /// <summary>Two units never share a place, but only with the unit's id in the order does a database know that two indexes give it without sorting.</summary>
    private static IQueryable<Placed> ByUnit(PortalDbContext db, IQueryable<Person> people) =>
        people.Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new Placed { Left = u.Left, UnitId = u.Id, Name = p.SearchName, Id = p.Id });

    private sealed class Placed
    {
        public int Left { get; init; }

        public UnitId UnitId { get; init; }

        public string Name { get; init; } = "";

        public PersonId Id { get; init; }
    }
}
