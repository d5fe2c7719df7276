using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.ListScenarios;

public enum ScenarioOrder
{
    LastRun,
    Name,
    Unit,
}

/// <summary>Scenarios, one page at a time.</summary>
/// <param name="Search">Part of a name, or of the unit's.</param>
/// <param name="State">Null for all.</param>
/// <param name="Verdict">Only those whose newest run says this.</param>
[Requires(Policies.SeeScenarios)]
public sealed record ListScenariosQuery(string? Search, ScenarioState? State, string? Verdict, ScenarioOrder Order, bool Descending, Paging Paging) : IRequest<Result<ScenarioList>>;

/// <param name="Verdicts">How many of those that the reader may see have which verdict, whatever the filters; those without one are under the empty word.</param>
/// <param name="MayEdit">Whether the reader may build another.</param>
public sealed record ScenarioList(PageOf<ScenarioRow> Scenarios, IReadOnlyDictionary<string, int> Verdicts, bool MayEdit)
{
    public int All => Verdicts.Values.Sum();
}

/// <param name="Best">Of the newest run; null while there is none, or when there is nobody.</param>
/// <param name="RanAt">Null while there is no run.</param>
public sealed record ScenarioRow(ScenarioId Id, string Name, string? Unit, ScenarioState State, int LastRun, string? Best, string? Verdict, DateTimeOffset? RanAt, string? RanByName, double? Positions, double? Displaced);

internal sealed class ListScenariosValidator : AbstractValidator<ListScenariosQuery>
{
    public ListScenariosValidator()
    {
        RuleFor(q => q.Search).MaximumLength(Scenario.NameMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.State).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListScenariosHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListScenariosQuery, Result<ScenarioList>>
{
    public async Task<Result<ScenarioList>> Handle(ListScenariosQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var here = db.Scenarios.AsNoTracking().Within(db, user.ScopeOf(Policies.SeeScenarios));
        var joined = Rows(db, here);
        var verdicts = await joined.GroupBy(r => r.Verdict).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key ?? "", g => g.Count, StringComparer.Ordinal, cancellationToken);
        var rows = Matching(joined, request);
        var total = await rows.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var page = await Sorted(rows, request.Order, request.Descending).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return new ScenarioList(new PageOf<ScenarioRow>(page.ConvertAll(Row), total, paging.Page, paging.Size), verdicts, user.Has(Policies.EditScenarios));
    }

    private static IQueryable<Joined> Rows(PortalDbContext db, IQueryable<Scenario> scenarios) =>
        from scenario in scenarios
        join unit in db.Units on scenario.UnitId equals (Domain.Organisation.UnitId?)unit.Id into units
        from unit in units.DefaultIfEmpty()
        join run in db.ScenarioRuns on new { scenario.Id, Number = scenario.LastRun } equals new { Id = run.ScenarioId, run.Number } into runs
        from run in runs.DefaultIfEmpty()
        select new Joined
        {
            Id = scenario.Id,
            Name = scenario.Name,
            State = scenario.State,
            LastRun = scenario.LastRun,
            Unit = unit == null ? null : unit.Path,
            Best = run == null ? null : run.Best,
            Verdict = run == null ? null : run.Verdict,
            RanAt = run == null ? null : run.RanAt,
            RanByName = run == null ? null : run.RanByName,
            Positions = run == null ? null : run.Positions,
            Displaced = run == null ? null : run.Displaced,
        };

    private static IQueryable<Joined> Matching(IQueryable<Joined> rows, ListScenariosQuery request)
    {
        if (request.State is { } state) rows = rows.Where(r => r.State == state);
        if (!string.IsNullOrWhiteSpace(request.Verdict)) rows = rows.Where(r => r.Verdict == request.Verdict);
        if (string.IsNullOrWhiteSpace(request.Search)) return rows;

        var anywhere = LikePattern.Containing(request.Search.Trim());
        return rows.Where(r => EF.Functions.Like(r.Name, anywhere, LikePattern.Escape) || EF.Functions.Like(r.Unit, anywhere, LikePattern.Escape));
    }

    private static IQueryable<Joined> Sorted(IQueryable<Joined> rows, ScenarioOrder order, bool descending) =>
        (order, descending) switch
        {
            (ScenarioOrder.Name, false) => rows.OrderBy(r => r.Name).ThenBy(r => r.Id),
            (ScenarioOrder.Name, true) => rows.OrderByDescending(r => r.Name).ThenByDescending(r => r.Id),
            (ScenarioOrder.Unit, false) => rows.OrderBy(r => r.Unit).ThenBy(r => r.Name).ThenBy(r => r.Id),
            (ScenarioOrder.Unit, true) => rows.OrderByDescending(r => r.Unit).ThenBy(r => r.Name).ThenBy(r => r.Id),
            (_, false) => rows.OrderBy(r => r.RanAt).ThenBy(r => r.Id),
            _ => rows.OrderByDescending(r => r.RanAt).ThenByDescending(r => r.Id),
        };

    private static ScenarioRow Row(Joined r) => new(r.Id, r.Name, r.Unit, r.State, r.LastRun, r.Best, r.Verdict, r.RanAt, r.RanByName, r.Positions, r.Displaced);

    private sealed class Joined
    {
        public ScenarioId Id { get; init; }

        public required string Name { get; init; }

        public ScenarioState State { get; init; }

        public int LastRun { get; init; }

        public string? Unit { get; init; }

        public string? Best { get; init; }

        public string? Verdict { get; init; }

        public DateTimeOffset? RanAt { get; init; }

        public string? RanByName { get; init; }

        public double? Positions { get; init; }

        public double? Displaced { get; init; }
    }
}
