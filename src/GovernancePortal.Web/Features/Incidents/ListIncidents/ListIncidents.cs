using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.ListIncidents;

/// <summary>Incidents, one page at a time.</summary>
[Requires(Policies.FollowIncidents)]
public sealed record ListIncidentsQuery(IncidentFilter Filter, IncidentOrder Order, bool Descending, Paging Paging) : IRequest<Result<IncidentList>>;

/// <param name="Search">Part of a number, a title or a system.</param>
/// <param name="UnitId">Only of this unit and everything below it.</param>
/// <param name="From">First day on which it began.</param>
/// <param name="Until">Last day on which it began.</param>
public sealed record IncidentFilter(
    string? Search = null, IncidentState? State = null, int? Severity = null, UnitId? UnitId = null, IncidentAi? Ai = null, DateOnly? From = null, DateOnly? Until = null);

/// <summary>What AI had to do with it, as the list is narrowed by it.</summary>
public enum IncidentAi
{
    /// <summary>Everything that counts as AI-related.</summary>
    Related,
    Advice,
    Authored,
    Alone,
    StaleSource,

    /// <summary>Nobody has answered yet.</summary>
    Unknown,
    NotAi,
}

public enum IncidentOrder
{
    Started,
    Severity,
    Number,
}

/// <param name="Totals">Of everything the user may see in the unit and the period, whatever else the list is narrowed by.</param>
/// <param name="UnitName">Of the unit that is looked at.</param>
public sealed record IncidentList(PageOf<IncidentRow> Incidents, IncidentTotals Totals, string? UnitName, DateTimeOffset Now);

/// <summary>Counts that no filter but unit and period changes: nobody makes "a person acted on AI advice" disappear by a choice in the list.</summary>
/// <param name="Related">AI-related ones, those in which a person acted on AI advice among them.</param>
/// <param name="Unknown">Nobody has said yet what AI had to do with it.</param>
public sealed record IncidentTotals(int All, int Severe, int Related, int Advice, int Unknown);

/// <param name="Waits">A version that takes AI out of its cause waits for a second person.</param>
public sealed record IncidentRow(
    IncidentId Id, string Number, string Title, int Severity, string Unit, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, IncidentState State, AiInvolvement Involvement, bool Waits, int OpenActions);

internal sealed class ListIncidentsValidator : AbstractValidator<ListIncidentsQuery>
{
    public ListIncidentsValidator()
    {
        RuleFor(q => q.Filter.Search).MaximumLength(IncidentFacts.TitleMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.Filter.State).IsInEnum();
        RuleFor(q => q.Filter.Ai).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListIncidentsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ListIncidentsQuery, Result<IncidentList>>
{
    public async Task<Result<IncidentList>> Handle(ListIncidentsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var filter = request.Filter;
        var unit = filter.UnitId is { } id ? await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;

        var here = IncidentRows.Here(db, db.Incidents.AsNoTracking().ReadableBy(db, user), filter, unit);
        var totals = await TotalsAsync(here, cancellationToken);
        var matching = IncidentRows.Matching(here, filter);
        var total = ReferenceEquals(matching, here) ? totals.All : await matching.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await IncidentRows.Rows(db, IncidentRows.Sorted(matching, request.Order, request.Descending).Skip(paging.Skip).Take(paging.Size)).ToListAsync(cancellationToken);
        return new IncidentList(new PageOf<IncidentRow>(rows, total, paging.Page, paging.Size), totals, unit?.Name, clock.GetUtcNow());
    }

    private static async Task<IncidentTotals> TotalsAsync(IQueryable<Incident> incidents, CancellationToken cancellationToken)
    {
        var groups = await incidents
            .GroupBy(i => new { i.AiInvolvement, i.Severity })
            .Select(g => new { g.Key.AiInvolvement, g.Key.Severity, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return new IncidentTotals(
            groups.Sum(g => g.Count),
            groups.Where(g => g.Severity <= Incident.SevereUpTo).Sum(g => g.Count),
            groups.Where(g => g.AiInvolvement.IsAiRelated()).Sum(g => g.Count),
            groups.Where(g => g.AiInvolvement == AiInvolvement.ActedOnAdvice).Sum(g => g.Count),
            groups.Where(g => g.AiInvolvement == AiInvolvement.Unknown).Sum(g => g.Count));
    }
}
