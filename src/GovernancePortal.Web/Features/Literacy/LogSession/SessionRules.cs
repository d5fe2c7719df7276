using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>What keeps people from having been at a session.</summary>
internal static class SessionRules
{
    private const int MostNames = 3;

    /// <param name="people">Those of them whom the lead's role covers.</param>
    /// <param name="asked">How many were asked for.</param>
    /// <param name="heldOn">The day.</param>
    public static IEnumerable<FieldError> CheckPeople(IReadOnlyCollection<Person> people, int asked, DateOnly heldOn)
    {
        const string field = nameof(LogSessionCommand.People);
        if (people.Count < asked) yield return new FieldError(field, $"{Say.Of(asked - people.Count, "person is", "people are")} not in a unit you lead. Nothing was written.");

        var absent = people.Where(p => p.StartDate > heldOn || p.LeftOn <= heldOn).OrderBy(p => p.SearchName, StringComparer.Ordinal).Select(p => p.Name).ToList();
        if (absent.Count > 0) yield return new FieldError(field, $"{Names(absent)} did not work here on {Say.Day(heldOn)}. Untick {(absent.Count == 1 ? "them" : "these")} or change the date.");
    }

    private static string Names(IReadOnlyList<string> names) =>
        names.Count <= MostNames ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} others";
}
