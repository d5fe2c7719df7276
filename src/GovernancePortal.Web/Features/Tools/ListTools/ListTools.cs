using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Tools.ListTools;

/// <summary>The register, one page at a time.</summary>
[Requires(Policies.ViewTools)]
public sealed record ListToolsQuery(ToolFilter Filter, ToolOrder Order, bool Descending, Paging Paging) : IRequest<Result<ToolList>>;

/// <param name="Search">Part of a name, a vendor or a system.</param>
/// <param name="State">Which entries, by whether they are approved anywhere.</param>
/// <param name="UnitId">Only what works on this unit: approved for it, above it or below it.</param>
/// <param name="Ungated">Only what can change production with nobody in between.</param>
public sealed record ToolFilter(string? Search = null, ToolState State = ToolState.Approved, UnitId? UnitId = null, bool Ungated = false);

public enum ToolState
{
    Approved,
    Retired,
    All,
}

public enum ToolOrder
{
    Name,
    Review,
    Risk,
}

/// <param name="Tools">This page.</param>
/// <param name="Approved">How many are registered and not retired, of all units or of the one that is looked at.</param>
/// <param name="Open">How many of those can change production without a gate.</param>
/// <param name="UnitName">Of the unit that is looked at.</param>
/// <param name="NoneStatedOn">When it was last stated that nothing here can change production; of the unit that is looked at.</param>
public sealed record ToolList(PageOf<ToolRow> Tools, int Approved, int Open, string? UnitName, DateOnly? NoneStatedOn, DateOnly Today);

/// <param name="Owner">Null when nobody who works here owns it.</param>
public sealed record ToolRow(
    AiToolId Id, string Name, AiToolKind Kind, string Vendor, RiskTier Risk, Autonomy Autonomy, bool ProductionAccess, bool IsUngated, string? Owner, int Units, DateOnly ReviewDue, DateOnly? RetiredOn);

internal sealed class ListToolsValidator : AbstractValidator<ListToolsQuery>
{
    public ListToolsValidator()
    {
        RuleFor(q => q.Filter.Search).MaximumLength(AiTool.NameMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.Filter.State).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListToolsHandler(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : IRequestHandler<ListToolsQuery, Result<ToolList>>
{
    public async Task<Result<ToolList>> Handle(ListToolsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var filter = request.Filter;
        var unit = filter.UnitId is { } id ? await db.Units.Where(u => u.Id == id).Select(u => new UnitPlace(u.Name, u.Left, u.Right)).SingleOrDefaultAsync(cancellationToken) : null;

        var here = unit is null ? db.AiTools.AsNoTracking().IgnoreAutoIncludes() : Here(db, unit);
        var approved = here.Where(t => t.RetiredOn == null || t.RetiredOn > today);
        var counts = (All: await approved.CountAsync(cancellationToken), Open: await Ungated(db, approved, today).CountAsync(cancellationToken));

        var matching = Matching(db, here, filter, today);
        var total = await matching.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await RowsAsync(db, Sorted(matching, request).Skip(paging.Skip).Take(paging.Size), today, cancellationToken);
        var stated = unit is null ? null : await StatedAsync(db, unit, cancellationToken);
        return new ToolList(new PageOf<ToolRow>(rows, total, paging.Page, paging.Size), counts.All, counts.Open, unit?.Name, stated, today);
    }

    private static IQueryable<AiTool> Here(PortalDbContext db, UnitPlace unit)
    {
        var (left, right) = (unit.Left, unit.Right);
        return db.AiTools.AsNoTracking().IgnoreAutoIncludes().Where(t => t.Units.Any(a => db.Units.Any(u => u.Id == a.UnitId && u.Left <= right && u.Right >= left)));
    }

    private static Task<DateOnly?> StatedAsync(PortalDbContext db, UnitPlace unit, CancellationToken cancellationToken)
    {
        var (left, right) = (unit.Left, unit.Right);
        return db
            .NoAgentsStatements.Where(s => db.Units.Any(u => u.Id == s.UnitId && u.Left <= left && u.Right >= right))
            .MaxAsync(s => (DateOnly?)s.StatedOn, cancellationToken);
    }

    private static IQueryable<AiTool> Matching(PortalDbContext db, IQueryable<AiTool> tools, ToolFilter filter, DateOnly today)
    {
        if (filter.State == ToolState.Approved) tools = tools.Where(t => t.RetiredOn == null || t.RetiredOn > today);
        if (filter.State == ToolState.Retired) tools = tools.Where(t => t.RetiredOn <= today);
        if (filter.Ungated) tools = Ungated(db, tools, today);
        if (string.IsNullOrWhiteSpace(filter.Search)) return tools;

        var anywhere = LikePattern.Containing(filter.Search.Trim());
        return tools.Where(t =>
            EF.Functions.Like(t.Name, anywhere, LikePattern.Escape) || EF.Functions.Like(t.Vendor, anywhere, LikePattern.Escape) || EF.Functions.Like(t.Systems, anywhere, LikePattern.Escape));
    }

    // As AiTool.IsUngated says it, for the database.
    private static IQueryable<AiTool> Ungated(PortalDbContext db, IQueryable<AiTool> tools, DateOnly today) =>
        tools.Where(t =>
            t.ProductionAccess && t.Autonomy != Autonomy.Suggests && (t.Gate == "" || !db.People.Any(p => p.Id == t.GateHolder && (p.LeftOn == null || p.LeftOn > today))));

    private static IQueryable<AiTool> Sorted(IQueryable<AiTool> tools, ListToolsQuery request)
    {
        var ordered = (request.Order, request.Descending) switch
        {
            (ToolOrder.Review, false) => tools.OrderBy(t => t.ReviewDue),
            (ToolOrder.Review, true) => tools.OrderByDescending(t => t.ReviewDue),
            (ToolOrder.Risk, false) => tools.OrderBy(t => t.Risk),
            (ToolOrder.Risk, true) => tools.OrderByDescending(t => t.Risk),
            (_, true) => tools.OrderByDescending(t => t.Name),
            _ => tools.OrderBy(t => t.Name),
        };
        return ordered.ThenBy(t => t.Id);
    }

    private static async Task<IReadOnlyList<ToolRow>> RowsAsync(PortalDbContext db, IQueryable<AiTool> tools, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await tools
            .Select(t => new
            {
                Tool = t,
                HolderIsHere = db.People.Any(p => p.Id == t.GateHolder && (p.LeftOn == null || p.LeftOn > today)),
                Owner = db.People.Where(p => p.Id == t.Owner && (p.LeftOn == null || p.LeftOn > today)).Select(p => p.Name).FirstOrDefault(),
                Units = t.Units.Count,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new ToolRow(
                r.Tool.Id, r.Tool.Name, r.Tool.Kind, r.Tool.Vendor, r.Tool.Risk, r.Tool.Autonomy, r.Tool.ProductionAccess, r.Tool.IsUngated(r.HolderIsHere), r.Owner, r.Units, r.Tool.ReviewDue, r.Tool.RetiredOn)),
        ];
    }

    private sealed record UnitPlace(string Name, int Left, int Right);
}
