using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.Exposure;

/// <summary>
/// Finds the systems that people hold, and everybody else who holds these. A system is held by whoever the roster says knows it, signed off changes to it, did what an incident with it asked for, or had it
/// handed over and confirmed that.
/// </summary>
internal sealed class HoldingReader(PortalDbContext db, DateOnly since, DateOnly today)
{
    private const int AtOnce = 500;
    private const char Line = '\n';

    private readonly HashSet<string> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<PersonId, HoldsBy>> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PassedOn>> _passed = new(StringComparer.Ordinal);

    /// <summary>What incidents asked for and those did whose systems were looked for.</summary>
    public int ActionsOfGoing { get; private set; }

    /// <summary>Takes in the systems of some people.</summary>
    public async Task FindAsync(PersonId[] people, CancellationToken cancellationToken)
    {
        foreach (var known in await db.Set<PersonSystem>().Where(s => people.Contains(s.PersonId)).Select(s => new { s.PersonId, s.Name }).ToListAsync(cancellationToken)) Add(known.Name, known.PersonId, HoldsBy.Roster);
        foreach (var (by, systems) in await SignedAsync(db.SignOffs.Where(s => people.Contains(s.By)), cancellationToken)) AddLines(systems, by);
        foreach (var (owner, systems) in await DoneAsync(db.Set<IncidentAction>().Where(a => people.Contains(a.Owner)), cancellationToken))
        {
            ActionsOfGoing++;
            AddList(systems, owner);
        }

        foreach (var subject in await db.Handovers.Where(h => h.Kind == HandoverKind.System && h.State == HandoverState.Done && people.Contains(h.To)).Select(h => h.Subject).ToListAsync(cancellationToken)) Holders(subject);
    }

    /// <summary>Everybody who holds one of the systems found.</summary>
    public async Task<IReadOnlyList<SystemKnowledge>> EverybodyAsync(CancellationToken cancellationToken)
    {
        if (_holders.Count == 0) return [];
        var here = db.WorkingOn(today);
        foreach (var part in _spellings.Concat(_holders.Keys).Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var known = await db.Set<PersonSystem>().Where(s => part.Contains(s.Name)).Join(here, s => s.PersonId, p => p.Id, (s, p) => new { s.PersonId, s.Name }).ToListAsync(cancellationToken);
            foreach (var one in known) AddKnown(one.Name, one.PersonId, HoldsBy.Roster);
        }

        foreach (var (by, systems) in await SignedAsync(db.SignOffs.Where(s => here.Any(p => p.Id == s.By)), cancellationToken))
            foreach (var system in systems.Split(Line)) AddKnown(system, by, HoldsBy.SignOff);
        foreach (var (owner, systems) in await DoneAsync(db.Set<IncidentAction>().Where(a => here.Any(p => p.Id == a.Owner)), cancellationToken))
            foreach (var system in systems.Split(',')) AddKnown(system, owner, HoldsBy.Incident);
        await PassAsync(here, cancellationToken);

        var weights = await WeightsAsync(cancellationToken);
        return [.. _holders.Select(h => new SystemKnowledge(h.Key, weights.GetValueOrDefault(h.Key), h.Value, _passed.GetValueOrDefault(h.Key) ?? []))];
    }

    // Each reviewer and set of systems once: sign-offs are many, what they tell is little.
    private async Task<List<(PersonId By, string Systems)>> SignedAsync(IQueryable<SignOff> of, CancellationToken cancellationToken)
    {
        SignOffKind[] kinds = [SignOffKind.Approval, SignOffKind.AfterReview];
        var rows = await of.Where(s => kinds.Contains(s.Kind) && s.Day >= since)
            .Join(db.ProposedChanges, s => s.ChangeId, c => c.Id, (s, c) => new { s.By, Systems = EF.Property<string>(c, "SystemLines") })
            .Where(r => r.Systems != "")
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.By, r.Systems))];
    }

    private async Task<List<(PersonId Owner, string Systems)>> DoneAsync(IQueryable<IncidentAction> of, CancellationToken cancellationToken)
    {
        var from = new DateTimeOffset(since, default, TimeSpan.Zero);
        var rows = await of.Where(a => a.State == IncidentActionState.Done && a.DecidedAt >= from)
            .Join(db.Incidents, a => a.IncidentId, i => i.Id, (a, i) => new { a.Owner, i.Systems })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Owner, r.Systems))];
    }

    private async Task PassAsync(IQueryable<Person> here, CancellationToken cancellationToken)
    {
        var done = await db.Handovers.Where(h => h.Kind == HandoverKind.System && h.State == HandoverState.Done && here.Any(p => p.Id == h.To)).Select(h => new { h.Subject, h.From, h.To }).ToListAsync(cancellationToken);
        foreach (var handover in done.Where(h => _holders.ContainsKey(Form(h.Subject))))
        {
            if (!_passed.TryGetValue(Form(handover.Subject), out var list)) _passed[Form(handover.Subject)] = list = [];
            list.Add(new(handover.From, handover.To));
        }
    }

    private async Task<Dictionary<string, SystemWeight>> WeightsAsync(CancellationToken cancellationToken)
    {
        var weights = new Dictionary<string, SystemWeight>(StringComparer.Ordinal);
        foreach (var part in _holders.Keys.Chunk(AtOnce))
        {
            foreach (var system in await db.CodeSystems.Where(s => part.Contains(s.Name)).Select(s => new { s.Name, s.Criticality }).ToListAsync(cancellationToken))
                weights[system.Name] = system.Criticality == Criticality.High ? SystemWeight.Critical : SystemWeight.Normal;
        }

        return weights;
    }

    private void AddLines(string systems, PersonId person)
    {
        foreach (var system in systems.Split(Line)) Add(system, person, HoldsBy.SignOff);
    }

    private void AddList(string systems, PersonId person)
    {
        foreach (var system in systems.Split(',')) Add(system, person, HoldsBy.Incident);
    }

    private void Add(string system, PersonId person, HoldsBy by)
    {
        if (string.IsNullOrWhiteSpace(system)) return;
        // The roster is asked for a name as it is spelled there.
        _spellings.Add(system.Trim());
        var holders = Holders(system);
        holders[person] = holders.GetValueOrDefault(person) | by;
    }

    /// <summary>Of the systems found alone.</summary>
    private void AddKnown(string system, PersonId person, HoldsBy by)
    {
        if (_holders.TryGetValue(Form(system), out var holders)) holders[person] = holders.GetValueOrDefault(person) | by;
    }

    private Dictionary<PersonId, HoldsBy> Holders(string system)
    {
        if (!_holders.TryGetValue(Form(system), out var holders)) _holders[Form(system)] = holders = [];
        return holders;
    }

    private static string Form(string system) => CodeSystem.NameForm(system);
}
