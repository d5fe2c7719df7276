using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.ListChanges;

/// <summary>What the list and the file of it ask the database.</summary>
internal static class ChangeRows
{
    public static IQueryable<ProposedChange> Covered(PortalDbContext db, UnitScope scope)
    {
        var changes = db.ProposedChanges.AsNoTracking();
        if (scope.IsWholeOrganisation) return changes;
        var units = db.Units.Within(scope).Select(u => u.Id);
        return changes.Where(c => units.Contains(c.UnitId));
    }

    public static IQueryable<ProposedChange> Matching(IQueryable<ProposedChange> changes, ChangeFilter filter, DateTimeOffset now)
    {
        changes = filter.View switch
        {
            ChangeView.Waiting => changes.Where(c => c.Queue == QueuePlace.Waiting),
            ChangeView.Passed => changes.Where(c => c.PassedAt != null),
            ChangeView.Open => changes.Where(c => c.Queue != QueuePlace.Nowhere),
            _ => changes,
        };
        if (filter.Tier is { } tier) changes = changes.Where(c => c.Tier == tier);
        if (filter.Late) changes = changes.Where(c => c.DueAt < now && c.Queue == QueuePlace.Waiting);
        if (string.IsNullOrWhiteSpace(filter.Search)) return changes;

        var (repository, number) = Named(filter.Search);
        var end = repository + NameSearch.AfterAll;
#pragma warning disable CA1309 // Translated to SQL comparisons, which the index answers.
        changes = number is null ? changes.Where(c => string.Compare(c.Repository, repository) >= 0 && string.Compare(c.Repository, end) < 0) : changes.Where(c => c.Repository == repository);
#pragma warning restore CA1309
        return number is { } n ? changes.Where(c => c.Number == n) : changes;
    }

    private static (string Repository, int? Number) Named(string search)
    {
        var hash = search.LastIndexOf('#');
        return hash > 0 && int.TryParse(search.AsSpan(hash + 1), out var number) ? (ProposedChange.RepositoryForm(search[..hash]), number) : (ProposedChange.RepositoryForm(search), null);
    }

    public static IQueryable<ProposedChange> Sorted(IQueryable<ProposedChange> changes, ChangeOrder order, bool descending) =>
        (order, descending) switch
        {
            (ChangeOrder.Due, false) => changes.OrderBy(c => c.DueAt).ThenBy(c => c.Id),
            (ChangeOrder.Due, true) => changes.OrderByDescending(c => c.DueAt).ThenBy(c => c.Id),
            (ChangeOrder.Registered, false) => changes.OrderBy(c => c.RegisteredAt).ThenBy(c => c.Id),
            (ChangeOrder.Registered, true) => changes.OrderByDescending(c => c.RegisteredAt).ThenBy(c => c.Id),
            (_, true) => changes.OrderBy(c => c.Tier).ThenByDescending(c => c.DueAt).ThenBy(c => c.Id),
            _ => changes.OrderByDescending(c => c.Tier).ThenBy(c => c.DueAt).ThenBy(c => c.Id),
        };

    /// <summary>With the names that a row shows.</summary>
    public static IQueryable<NamedChange> Named(this IQueryable<ProposedChange> changes, PortalDbContext db) =>
        changes.Select(c => new NamedChange
        {
            Change = c,
            Author = db.People.Where(p => p.Id == c.AuthorId).Select(p => p.Name).FirstOrDefault(),
            Unit = db.Units.Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
        });
}

internal sealed class NamedChange
{
    public required ProposedChange Change { get; init; }

    public required string? Author { get; init; }

    public required string Unit { get; init; }

    public ChangeRow Row() =>
        new(
            Change.Id, Change.Repository, Change.Number, Change.Commit, Change.Title, Author, Change.Agent, Change.EffectiveInvolvement, Change.Tier, Change.Systems, Change.Verdict, Change.State, Change.IsCurrent, Change.RegisteredAt,
            Change.DueAt, Change.PassedAt is not null, Unit);
}
