using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.Exposure;

/// <summary>Reads what a set of people own and know, and who else does; the domain says what follows. Whoever calls it has looked at the rights of the reader.</summary>
internal static class ExposureReader
{
    /// <summary>What somebody signed off or mended longer ago says little of what they know today.</summary>
    public const int Days = 365;

    private const int AtOnce = 500;

    /// <param name="db">The database.</param>
    /// <param name="personIds">Those who leave their positions; to leave and to move is the same to what they leave behind.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<KnowledgeExposure> ReadAsync(PortalDbContext db, IReadOnlyCollection<PersonId> personIds, DateOnly today, CancellationToken cancellationToken)
    {
        var going = personIds.ToHashSet();
        var holdings = new HoldingReader(db, today.AddDays(-Days), today);
        var (owned, verified, reviewers) = (new List<OwnedPage>(), 0, 0);
        foreach (var part in going.Chunk(AtOnce))
        {
            await holdings.FindAsync(part, cancellationToken);
            owned.AddRange(await OwnedAsync(db, part, cancellationToken));
            verified += await db.KnowledgePages.CountAsync(p => p.VerifiedBy != null && part.Contains(p.VerifiedBy.Value) && p.Owner != p.VerifiedBy && p.Standing != PageState.Withdrawn, cancellationToken);
            reviewers += await db.Reviewing(today).CountAsync(p => part.Contains(p.Id), cancellationToken);
        }

        return KnowledgeExposure.Of(going, await holdings.EverybodyAsync(cancellationToken), await AloneAsync(db, going, owned, today, cancellationToken)) with
        {
            PagesOwned = owned.Count,
            PagesVerified = verified,
            Reviewers = reviewers,
            IncidentActions = holdings.ActionsOfGoing,
            Agents = await AgentsAsync(db, going, today, cancellationToken),
        };
    }

    /// <summary>Everybody who works here and may sign off changes.</summary>
    public static IQueryable<Person> Reviewing(this PortalDbContext db, DateOnly today)
    {
        var roles = PolicyTable.All[Policies.SignOffChanges].Roles.ToArray();
        return db.WorkingOn(today).Where(p => db.Users.Any(u => u.PersonId == p.Id && u.RemovedAt == null && db.RoleAssignments.Any(a => a.UserId == u.Id && roles.Contains(a.Role))));
    }

    private static Task<List<OwnedPage>> OwnedAsync(PortalDbContext db, PersonId[] people, CancellationToken cancellationToken) =>
        db.KnowledgePages.Where(p => p.Owner != null && people.Contains(p.Owner.Value) && p.Standing != PageState.Withdrawn)
            .Select(p => new OwnedPage(p.Id, p.Title, p.Criticality == Criticality.High, p.Owner!.Value, p.Deputy))
            .ToListAsync(cancellationToken);

    /// <summary>Pages without a deputy who stays and that nobody has taken over.</summary>
    private static async Task<IEnumerable<ExposedPage>> AloneAsync(PortalDbContext db, HashSet<PersonId> going, List<OwnedPage> owned, DateOnly today, CancellationToken cancellationToken)
    {
        if (owned.Count == 0) return [];
        var here = await HereAsync(db, owned.Select(p => p.Deputy).OfType<PersonId>().Distinct(), today, cancellationToken);
        var handed = await db.Handovers.Where(h => h.Kind == HandoverKind.Page && h.State == HandoverState.Done)
            .Join(db.WorkingOn(today), h => h.To, p => p.Id, (h, p) => new { h.PageId, h.To })
            .ToListAsync(cancellationToken);
        var taken = handed.Where(h => !going.Contains(h.To)).Select(h => h.PageId).ToHashSet();
        return owned
            .Where(p => !(p.Deputy is { } deputy && here.Contains(deputy) && !going.Contains(deputy)) && !taken.Contains(p.Id))
            .Select(p => new ExposedPage(p.Id, p.Title, p.IsCritical, p.Owner));
    }

    private static async Task<HashSet<PersonId>> HereAsync(PortalDbContext db, IEnumerable<PersonId> people, DateOnly today, CancellationToken cancellationToken)
    {
        var here = new HashSet<PersonId>();
        foreach (var part in people.Chunk(AtOnce)) here.UnionWith(await db.WorkingOn(today).Where(p => part.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken));
        return here;
    }

    /// <summary>Agents are few; all are read.</summary>
    private static async Task<IReadOnlyList<ExposedAgent>> AgentsAsync(PortalDbContext db, HashSet<PersonId> going, DateOnly today, CancellationToken cancellationToken)
    {
        var tools = await db.AiTools.IgnoreAutoIncludes().Where(t => (t.RetiredOn == null || t.RetiredOn > today) && (t.Owner != null || t.GateHolder != null))
            .OrderBy(t => t.Name).ThenBy(t => t.Id)
            .Select(t => new { t.Name, t.Owner, t.Deputy, t.GateHolder, DeputyHere = db.WorkingOn(today).Any(p => p.Id == t.Deputy) })
            .ToListAsync(cancellationToken);
        var agents = new List<ExposedAgent>();
        foreach (var tool in tools)
        {
            if (tool.Owner is { } owner && going.Contains(owner) && !(tool.DeputyHere && !going.Contains(tool.Deputy!.Value))) agents.Add(new(tool.Name, owner, IsGateOnly: false));
            else if (tool.GateHolder is { } holder && going.Contains(holder)) agents.Add(new(tool.Name, holder, IsGateOnly: true));
        }

        return agents;
    }

    private sealed record OwnedPage(KnowledgePageId Id, string Title, bool IsCritical, PersonId Owner, PersonId? Deputy);
}
