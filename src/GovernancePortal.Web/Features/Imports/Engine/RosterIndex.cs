using GovernancePortal.Data;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Everybody of the roster by employee number and by e-mail, held while a file streams by: a look for each row is quicker than a join of all of them afterwards.</summary>
internal sealed class RosterIndex
{
    private readonly Dictionary<string, Match> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Match> _byEmail = new(StringComparer.OrdinalIgnoreCase);

    private RosterIndex() { }

    public static async Task<RosterIndex> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var index = new RosterIndex();
        var people = db.People.Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.Id, p.EmployeeNumber, p.Email, u.Left }).AsAsyncEnumerable();
        await foreach (var person in people.WithCancellation(cancellationToken))
        {
            var match = new Match(person.Id, person.Left, IsSeveral: false);
            index._byNumber[person.EmployeeNumber] = match;
            if (person.Email is { } email && !index._byEmail.TryAdd(email, match)) index._byEmail[email] = match with { IsSeveral = true };
        }

        return index;
    }

    /// <param name="key">An employee number, or an e-mail, which has an @.</param>
    public Match Find(ReadOnlySpan<char> key) =>
        (key.Contains('@') ? _byEmail : _byNumber).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var match) ? match : default;

    /// <param name="Id">Nobody when it is the default.</param>
    /// <param name="UnitLeft">Where the person's unit begins in the tree.</param>
    /// <param name="IsSeveral">Two people have this address, so it is no proof of either.</param>
    internal readonly record struct Match(PersonId Id, int UnitLeft, bool IsSeveral);
}
