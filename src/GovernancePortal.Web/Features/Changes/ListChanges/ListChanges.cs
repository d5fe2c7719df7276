using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.ListChanges;

/// <summary>Changes of the user's units, one page at a time: what waits, first what matters most.</summary>
[Requires(Policies.ViewChanges)]
public sealed record ListChangesQuery(ChangeFilter Filter, ChangeOrder Order, bool Descending, Paging Paging) : IRequest<Result<ChangeList>>;

/// <param name="Search">Beginning of a repository, or a number within one as in <c>larkfield/shop#12</c>.</param>
/// <param name="View">Which changes.</param>
/// <param name="Tier">Only of this risk.</param>
/// <param name="Late">Only those that waited longer than promised.</param>
public sealed record ChangeFilter(string? Search = null, ChangeView View = ChangeView.Waiting, RiskTier? Tier = null, bool Late = false);

public enum ChangeView
{
    Waiting,

    /// <summary>Let through in an emergency and not reviewed since.</summary>
    Passed,
    Open,
    All,
}

public enum ChangeOrder
{
    /// <summary>Risk first, then the promise.</summary>
    First,
    Due,
    Registered,
}

/// <param name="Waiting">How many wait in all of the user's units.</param>
/// <param name="Late">How many of those waited longer than promised.</param>
/// <param name="Passed">How many emergency passes wait for a review.</param>
public sealed record ChangeList(PageOf<ChangeRow> Changes, int Waiting, int Late, int Passed, DateTimeOffset Now);

/// <param name="Author">Name; null when nobody knows.</param>
public sealed record ChangeRow(
    ChangeId Id,
    string Repository,
    int Number,
    string Commit,
    string Title,
    string? Author,
    string Agent,
    AiInvolvement Involvement,
    RiskTier Tier,
    IReadOnlyList<string> Systems,
    GateVerdict Verdict,
    ChangeState State,
    bool IsCurrent,
    DateTimeOffset RegisteredAt,
    DateTimeOffset DueAt,
    bool IsPassed,
    string Unit)
{
    public bool IsWaiting => Verdict == GateVerdict.Pending && State == ChangeState.Open && IsCurrent;
}

internal sealed class ListChangesValidator : AbstractValidator<ListChangesQuery>
{
    public ListChangesValidator()
    {
        RuleFor(q => q.Filter.Search).MaximumLength(ProposedChange.RepositoryMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.Filter.View).IsInEnum();
        RuleFor(q => q.Filter.Tier).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListChangesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ListChangesQuery, Result<ChangeList>>
{
    public async Task<Result<ChangeList>> Handle(ListChangesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var covered = Covered(db, user.ScopeOf(Policies.ViewChanges));
        var waiting = covered.Where(c => c.Queue == QueuePlace.Waiting);
        var (waits, late) = (await waiting.CountAsync(cancellationToken), await waiting.CountAsync(c => c.DueAt < now, cancellationToken));
        var passed = await covered.CountAsync(c => c.PassedAt != null, cancellationToken);

        var matching = Matching(covered, request.Filter, now);
        var total = await matching.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await Sorted(matching, request)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(c => new
            {
                Change = c,
                Author = db.People.Where(p => p.Id == c.AuthorId).Select(p => p.Name).FirstOrDefault(),
                Unit = db.Units.Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
            })
            .ToListAsync(cancellationToken);
        return new ChangeList(new PageOf<ChangeRow>([.. rows.Select(r => Row(r.Change, r.Author, r.Unit))], total, paging.Page, paging.Size), waits, late, passed, now);
    }

    private static IQueryable<ProposedChange> Covered(PortalDbContext db, UnitScope scope)
    {
        var changes = db.ProposedChanges.AsNoTracking();
        if (scope.IsWholeOrganisation) return changes;
        var units = db.Units.Within(scope).Select(u => u.Id);
        return changes.Where(c => units.Contains(c.UnitId));
    }

    private static IQueryable<ProposedChange> Matching(IQueryable<ProposedChange> changes, ChangeFilter filter, DateTimeOffset now)
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

    private static IQueryable<ProposedChange> Sorted(IQueryable<ProposedChange> changes, ListChangesQuery request) =>
        (request.Order, request.Descending) switch
        {
            (ChangeOrder.Due, false) => changes.OrderBy(c => c.DueAt).ThenBy(c => c.Id),
            (ChangeOrder.Due, true) => changes.OrderByDescending(c => c.DueAt).ThenBy(c => c.Id),
            (ChangeOrder.Registered, false) => changes.OrderBy(c => c.RegisteredAt).ThenBy(c => c.Id),
            (ChangeOrder.Registered, true) => changes.OrderByDescending(c => c.RegisteredAt).ThenBy(c => c.Id),
            (_, true) => changes.OrderBy(c => c.Tier).ThenByDescending(c => c.DueAt).ThenBy(c => c.Id),
            _ => changes.OrderByDescending(c => c.Tier).ThenBy(c => c.DueAt).ThenBy(c => c.Id),
        };

    private static ChangeRow Row(ProposedChange c, string? author, string unit) =>
        new(c.Id, c.Repository, c.Number, c.Commit, c.Title, author, c.Agent, c.EffectiveInvolvement, c.Tier, c.Systems, c.Verdict, c.State, c.IsCurrent, c.RegisteredAt, c.DueAt, c.PassedAt is not null, unit);
}
