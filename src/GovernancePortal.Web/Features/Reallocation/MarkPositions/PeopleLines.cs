using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.MarkPositions;

/// <summary>A pasted list of people: who of it may be marked, and why not whoever may not.</summary>
internal static class PeopleLines
{
    private const int Batch = 500;
    private const int LongestShown = 120;

    public static IReadOnlyList<string> Of(string text) =>
        [.. text.Split(['\n', '\r', ';', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static async Task<(IReadOnlyList<PersonId> People, IReadOnlyList<UnmatchedLine> Unmatched)> MatchAsync(
        PortalDbContext db, UnitScope scope, DisplacementCase one, IReadOnlyList<string> lines, DateOnly today, CancellationToken cancellationToken)
    {
        var unit = await db.Units.SingleAsync(u => u.Id == one.UnitId, cancellationToken);
        var (people, unmatched, seen) = (new List<PersonId>(), new List<UnmatchedLine>(), new HashSet<PersonId>());
        foreach (var batch in lines.Chunk(Batch))
        {
            var keys = batch.Select(l => (Line: l, Key: KeyOf(l))).ToArray();
            var numbers = keys.Select(k => k.Key).ToArray();
            var emails = Array.ConvertAll(numbers, n => n.ToLowerInvariant());
            // Whoever is outside the reader's units is looked up by nobody: for them such a person is not there.
            var rows = await db.People.Within(db.Units, scope)
                .Where(p => numbers.Contains(p.EmployeeNumber) || emails.Contains(p.Email))
                .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new Found(p.Id, p.EmployeeNumber, p.Email, p.LeftOn, u.Left, db.DisplacedPositions.Any(d => d.PersonId == p.Id && d.IsOpen && d.CaseId != one.Id)))
                .ToListAsync(cancellationToken);
            var byNumber = rows.ToLookup(r => r.Number, StringComparer.OrdinalIgnoreCase);
            var byEmail = rows.Where(r => r.Email is not null).ToLookup(r => r.Email!, StringComparer.OrdinalIgnoreCase);
            foreach (var (line, key) in keys)
            {
                var hits = byNumber[key].Concat(byEmail[key]).DistinctBy(r => r.Id).ToArray();
                var why = hits switch
                {
                    [] => "Nobody in your units has this e-mail address or number.",
                    [_, _, ..] => "Several people have this address. Use their numbers.",
                    [var p] when p.LeftOn <= today => "No longer works here.",
                    [var p] when p.Left < unit.Left || p.Left > unit.Right => $"Does not work in {unit.Name}, which the case is about.",
                    [{ IsElsewhere: true }] => "Is in another open case. A person is in one at a time.",
                    _ => null,
                };
                if (why is not null) unmatched.Add(new(line.Length > LongestShown ? line[..LongestShown] + "…" : line, why));
                else if (seen.Add(hits[0].Id)) people.Add(hits[0].Id);
            }
        }

        return (people, unmatched);
    }

    // What search offers reads "name, number".
    private static string KeyOf(string line) => line.LastIndexOf(',') is var comma and > 0 ? line[(comma + 1)..].Trim() : line;

    private sealed record Found(PersonId Id, string Number, string? Email, DateOnly? LeftOn, int Left, bool IsElsewhere);
}
