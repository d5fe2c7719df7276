using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Lists;

/// <summary>People by the beginning of a first or last name, as a range of the index on both databases.</summary>
internal static class NameSearch
{
    /// <summary>After every letter that a name can hold, so that "begins with" is a range.</summary>
    public const string AfterAll = "\uffff";

    public static IQueryable<Person> WhoseNameBegins(this IQueryable<Person> people, string text)
    {
        var name = Person.SearchForm(text);
        var end = name + AfterAll;
#pragma warning disable CA1309 // Translated to SQL comparisons; the database's collation decides.
        return people.Where(p =>
            (string.Compare(p.SearchName, name) >= 0 && string.Compare(p.SearchName, end) < 0) || (string.Compare(p.SearchLastName, name) >= 0 && string.Compare(p.SearchLastName, end) < 0)
        );
#pragma warning restore CA1309
    }
}
