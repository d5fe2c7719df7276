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
        var covered = ChangeRows.Covered(db, user.ScopeOf(Policies.ViewChanges));
        var waiting = covered.Where(c => c.Queue == QueuePlace.Waiting);
        var (waits, late) = (await waiting.CountAsync(cancellationToken), await waiting.CountAsync(c => c.DueAt < now, cancellationToken));
        var passed = await covered.CountAsync(c => c.PassedAt != null, cancellationToken);

        var matching = ChangeRows.Matching(covered, request.Filter, now);
        var total = await matching.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await ChangeRows.Sorted(matching, request.Order, request.Descending)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Named(db)
            .ToListAsync(cancellationToken);
        return new ChangeList(new PageOf<ChangeRow>([.. rows.Select(r => r.Row())], total, paging.Page, paging.Size), waits, late, passed, now);
    }
}
