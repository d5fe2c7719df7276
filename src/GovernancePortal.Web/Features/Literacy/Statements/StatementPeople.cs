using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Statements;

/// <summary>Finds the people that statements speak of, among those whom the sender's key covers.</summary>
internal sealed class StatementPeople
{
    private readonly ILookup<string, PersonId> _byEmail;
    private readonly ILookup<string, PersonId> _byEmailSha1;
    private readonly ILookup<string, PersonId> _byNumber;
    private readonly ILookup<(string Provider, string Login), PersonId> _byLogin;

    private StatementPeople(
        ILookup<string, PersonId> byEmail, ILookup<string, PersonId> byEmailSha1, ILookup<string, PersonId> byNumber, ILookup<(string, string), PersonId> byLogin) =>
        (_byEmail, _byEmailSha1, _byNumber, _byLogin) = (byEmail, byEmailSha1, byNumber, byLogin);

    public static async Task<StatementPeople> ReadAsync(PortalDbContext db, UnitScope scope, IEnumerable<Statement> statements, CancellationToken cancellationToken)
    {
        var actors = statements.Select(s => s.Actor).OfType<StatementActor>().ToList();
        var people = db.People.AsNoTracking().Within(db.Units, scope);
        var names = actors.Select(a => a.AccountName).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var logins = names.Select(n => n.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToArray();
        var providers = actors.Select(a => a.HomePage).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var emails = actors.Select(a => a.Email).Concat(logins.Where(l => l.Contains('@', StringComparison.Ordinal))).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();

        var byEmail = emails.Length == 0 ? [] : await people.Where(p => p.Email != null && emails.Contains(p.Email)).Select(p => new { p.Id, Key = p.Email! }).ToListAsync(cancellationToken);
        var byNumber = names.Length == 0 ? [] : await people.Where(p => names.Contains(p.EmployeeNumber)).Select(p => new { p.Id, Key = p.EmployeeNumber }).ToListAsync(cancellationToken);
        var byLogin = names.Length == 0 ? [] : await db.PersonLogins.AsNoTracking()
            .Where(l => providers.Contains(l.Provider) && logins.Contains(l.Login))
            .Join(people, l => l.PersonId, p => p.Id, (l, p) => new { p.Id, l.Provider, l.Login })
            .ToListAsync(cancellationToken);
        var hashes = actors.Select(a => a.EmailSha1).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var bySha1 = hashes.Count == 0 ? [] : await ByEmailSha1Async(people, hashes, cancellationToken);
        return new StatementPeople(
            byEmail.ToLookup(p => p.Key, p => p.Id, StringComparer.Ordinal),
            bySha1.ToLookup(p => p.Sha1, p => p.Id, StringComparer.Ordinal),
            byNumber.ToLookup(p => p.Key, p => p.Id, StringComparer.OrdinalIgnoreCase),
            byLogin.ToLookup(l => (l.Provider, l.Login), l => l.Id));
    }

    /// <summary>The person, or why there is none.</summary>
    public (PersonId? Id, string Reason) Find(StatementActor? actor)
    {
        if (actor is null) return (null, "It speaks of a group, and training is recorded for people.");
        var found = Candidates(actor).FirstOrDefault(c => c.Count > 0) ?? [];
        return found.Count switch
        {
            1 => (found[0], ""),
            0 => (null, "Nobody in the part of the organisation that the key covers is known by this."),
            _ => (null, "More than one person is known by this."),
        };
    }

    private IEnumerable<List<PersonId>> Candidates(StatementActor actor)
    {
        if (actor.Email is { } email) yield return Distinct(_byEmail[email]);
        if (actor.EmailSha1 is { } sha1) yield return Distinct(_byEmailSha1[sha1]);
        if (actor.AccountName is not { } name) yield break;
        var login = name.ToLowerInvariant();
        yield return Distinct(_byLogin[(actor.HomePage ?? "", login)]);
        yield return Distinct(_byNumber[name]);
        yield return Distinct(_byEmail[login]);
    }

    private static List<PersonId> Distinct(IEnumerable<PersonId> ids) => [.. ids.Distinct()];

    // No column holds these hashes, so everybody's is worked out; only when a statement names somebody in this way.
    private static async Task<List<(PersonId Id, string Sha1)>> ByEmailSha1Async(IQueryable<Person> people, HashSet<string> hashes, CancellationToken cancellationToken)
    {
        var found = new List<(PersonId, string)>();
        await foreach (var person in people.Where(p => p.Email != null).Select(p => new { p.Id, p.Email }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
#pragma warning disable CA5350 // xAPI names people by SHA-1; nothing is protected by it.
            var sha1 = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"mailto:{person.Email}")));
#pragma warning restore CA5350
            if (hashes.Contains(sha1)) found.Add((person.Id, sha1));
        }

        return found;
    }
}
