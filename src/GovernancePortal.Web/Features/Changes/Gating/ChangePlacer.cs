using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.Gating;

/// <summary>Looks up whom and what a change names: its author, its agent, its systems, and with them its unit and its risk.</summary>
internal static class ChangePlacer
{
    /// <param name="elsewhere">The unit that a change counts for when neither its author nor a system has one.</param>
    public static async Task PlaceAsync(PortalDbContext db, ProposedChange change, UnitId elsewhere, DateOnly today, CancellationToken cancellationToken)
    {
        var author = await AuthorAsync(db, change.Provider, change.Author, today, cancellationToken);
        var agent = change.IsAgents ? await AgentAsync(db, change.Agent, today, cancellationToken) : null;
        var (known, unknown) = await SystemsAsync(db, change, cancellationToken);
        var rules = await db.RiskRules.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var tier = RiskRule.TierOf(rules, [.. known.Select(s => new TouchedSystem(s.Name, s.Criticality))], change.Paths, unknown.Count > 0);
        var unit = author?.Unit ?? agent?.OwnerUnit ?? (known.Count > 0 ? known[0].UnitId : elsewhere);
        change.Place(new ChangePlace(author?.Id, author?.Level ?? Level.Unknown, agent?.Id, agent?.Owner, unit, tier, [.. known.Select(s => s.Name), .. unknown], unknown)
        {
            BeyondAgent = agent is null ? [] : [.. known.Select(s => s.Name).Where(s => !AiTool.MayChange(agent.Systems, s))],
        });
    }

    /// <summary>Whether something that the change names was not known when it was last looked up.</summary>
    public static bool HasGaps(ProposedChange change) => !change.IsAuthorKnown || change.Systems.Count == 0 || change.UnknownSystems.Count > 0 || change.BeyondAgent.Count > 0;

    // By the login that was mapped, else by what cannot be anybody else's.
    private static async Task<AuthorPlace?> AuthorAsync(PortalDbContext db, string provider, string author, DateOnly today, CancellationToken cancellationToken)
    {
        if (author.Length == 0) return null;
        var here = db.People.Where(p => p.LeftOn == null || p.LeftOn > today);
        var login = UsageTools.LoginForm(author);
        if (provider.Length > 0)
        {
            var mapped = await db
                .PersonLogins.Where(l => l.Provider == provider && l.Login == login)
                .Join(here, l => l.PersonId, p => p.Id, (l, p) => new AuthorPlace(p.Id, p.Level, p.UnitId))
                .FirstOrDefaultAsync(cancellationToken);
            if (mapped is not null) return mapped;
        }

        var named = author.Contains('@', StringComparison.Ordinal) ? here.Where(p => p.Email == login) : here.Where(p => p.EmployeeNumber == author);
        var found = await named.OrderBy(p => p.Id).Select(p => new AuthorPlace(p.Id, p.Level, p.UnitId)).Take(2).ToListAsync(cancellationToken);
        // Two people with one address are nobody in particular.
        return found.Count == 1 ? found[0] : null;
    }

    private static Task<AgentPlace?> AgentAsync(PortalDbContext db, string name, DateOnly today, CancellationToken cancellationToken) =>
        db.AiTools.IgnoreAutoIncludes()
            .Where(t => t.Name == name && t.ApprovedFrom <= today && (t.RetiredOn == null || t.RetiredOn > today))
            .OrderBy(t => t.Id)
            .Select(t => new AgentPlace(t.Id, t.Owner, t.Systems, db.People.Where(p => p.Id == t.Owner).Select(p => (UnitId?)p.UnitId).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);

    private static async Task<(IReadOnlyList<SystemPlace> Known, IReadOnlyList<string> Unknown)> SystemsAsync(PortalDbContext db, ProposedChange change, CancellationToken cancellationToken)
    {
        var named = change.Systems.Select(CodeSystem.NameForm).ToList();
        var repository = change.Repository;
        var systems = named.Count > 0
            ? db.CodeSystems.Where(s => named.Contains(s.Name))
            : db.CodeSystems.Where(s => db.SystemRepositories.Any(r => r.Repository == repository && r.System == s.Name));
        var known = await systems.OrderBy(s => s.Id).Take(ProposedChange.MostSystems).Select(s => new SystemPlace(s.Name, s.UnitId, s.Criticality)).ToListAsync(cancellationToken);
        return (known, [.. named.Where(n => known.TrueForAll(k => k.Name != n))]);
    }

    private sealed record AuthorPlace(PersonId Id, Level Level, UnitId Unit);

    private sealed record AgentPlace(AiToolId Id, PersonId? Owner, string Systems, UnitId? OwnerUnit);

    private sealed record SystemPlace(string Name, UnitId UnitId, Criticality Criticality);
}
