using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.ListFindings;

/// <summary>What reviewers found in the user's units: by type, system and month, and each finding.</summary>
[Requires(Policies.ViewChanges)]
public sealed record ListFindingsQuery(FindingFilter Filter, Paging Paging) : IRequest<Result<FindingList>>;

/// <param name="Month">First day of a month; null for the last twelve.</param>
public sealed record FindingFilter(FindingType? Type = null, string? System = null, DateOnly? Month = null);

/// <param name="Caught">Found before the change went on.</param>
/// <param name="After">Found only when an emergency pass was reviewed.</param>
public sealed record FindingList(PageOf<FindingRow> Findings, int Caught, int After, IReadOnlyList<FindingCount> Types, IReadOnlyList<FindingCount> Systems, IReadOnlyList<MonthCount> Months);

public sealed record FindingCount(FindingType Type, string System, int Count);

/// <param name="Month">Its first day.</param>
public sealed record MonthCount(DateOnly Month, int Count);

/// <param name="Caught">Before it went on.</param>
public sealed record FindingRow(ChangeId ChangeId, string Title, string Repository, int Number, DateOnly Day, FindingType Type, string System, string Note, bool Caught);

internal sealed class ListFindingsValidator : AbstractValidator<ListFindingsQuery>
{
    public ListFindingsValidator()
    {
        RuleFor(q => q.Filter.Type).IsInEnum().NotEqual(FindingType.None);
        RuleFor(q => q.Filter.System).MaximumLength(CodeSystem.NameMaxLength).WithMessage("Name a system.");
        RuleFor(q => q.Filter.Month).Must(m => m is null or { Year: > 2000 and < 2200 }).WithMessage("State a month.");
    }
}

internal sealed class ListFindingsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ListFindingsQuery, Result<FindingList>>
{
    private const int Months = 12;
    private const int MostSystems = 12;

    public async Task<Result<FindingList>> Handle(ListFindingsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var from = From(today);
        var all = Covered(db, user.ScopeOf(Policies.ViewChanges)).Where(s => s.Finding != FindingType.None && s.Day >= from);
        var matching = Matching(all, request.Filter);

        var total = await matching.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await matching
            .OrderByDescending(s => s.Day)
            .ThenByDescending(s => s.Id)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Join(db.ProposedChanges, s => s.ChangeId, c => c.Id, (s, c) => new { s.Id, s.Day, c.Title, c.Repository, c.Number, s.ChangeId, s.Finding, s.System, s.Note, s.Kind })
            .OrderByDescending(s => s.Day)
            .ThenByDescending(s => s.Id)
            .ToListAsync(cancellationToken);
        var types = await matching.GroupBy(s => s.Finding).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var systems = await matching.GroupBy(s => s.System).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(MostSystems).ToListAsync(cancellationToken);
        var months = await matching.GroupBy(s => new { s.Day.Year, s.Day.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(cancellationToken);
        var after = await matching.CountAsync(s => s.Kind == SignOffKind.AfterReview, cancellationToken);
        return new FindingList(
            new PageOf<FindingRow>([.. rows.Select(r => new FindingRow(r.ChangeId, r.Title, r.Repository, r.Number, r.Day, r.Finding, r.System, r.Note, r.Kind == SignOffKind.Rejection))], total, paging.Page, paging.Size),
            total - after,
            after,
            [.. types.OrderByDescending(t => t.Count).ThenBy(t => t.Key).Select(t => new FindingCount(t.Key, "", t.Count))],
            [.. systems.Select(s => new FindingCount(FindingType.None, s.Key, s.Count))],
            [.. Enumerable.Range(0, Months).Select(i => from.AddMonths(i)).Select(m => new MonthCount(m, months.Where(x => x.Year == m.Year && x.Month == m.Month).Sum(x => x.Count)))]);
    }

    /// <summary>First day of the twelve months that are told.</summary>
    public static DateOnly From(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);

    public static IQueryable<SignOff> Covered(PortalDbContext db, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return db.SignOffs.AsNoTracking();
        var units = db.Units.Within(scope).Select(u => u.Id);
        return db.SignOffs.AsNoTracking().Where(s => db.ProposedChanges.Any(c => c.Id == s.ChangeId && units.Contains(c.UnitId)));
    }

    public static IQueryable<SignOff> Matching(IQueryable<SignOff> findings, FindingFilter filter)
    {
        if (filter.Type is { } type) findings = findings.Where(s => s.Finding == type);
        if (filter.System is { } system) findings = findings.Where(s => s.System == system);
        if (filter.Month is not { } month) return findings;
        var (from, until) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1));
        return findings.Where(s => s.Day >= from && s.Day < until);
    }
}
