using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Reallocation.Exposure;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.WorkRoles.Reading;

/// <summary>What the portal's own figures say for seats of a kind in a unit and everything below it.</summary>
/// <param name="Words">The figures with their arithmetic; empty where the portal has none.</param>
/// <param name="Seats">Only where a limit says how much one person can do; else the figures argue and a person decides.</param>
public sealed record SeatGround(string Words, int? Seats)
{
    internal static async Task<SeatGround> ReadAsync(PortalDbContext db, WorkKind kind, UnitId unitId, DateOnly today, CancellationToken cancellationToken)
    {
        if (kind == WorkKind.AiChangeVetter) return Of(await VettingCapacityReader.ReadAsync(db, unitId, [], today, cancellationToken));
        var unit = await db.Units.Where(u => u.Id == unitId).Select(u => new UnitRange(u.Left, u.Right)).SingleAsync(cancellationToken);
        return kind switch
        {
            WorkKind.KnowledgeSteward => await PagesAsync(db, unit, today, cancellationToken),
            WorkKind.GuardrailEngineer or WorkKind.AiWorkflowTester => await AgentsAsync(db, unit, today, cancellationToken),
            _ => new("", null),
        };
    }

    /// <summary>As many more as it takes that nobody signs off more than the policy lets them.</summary>
    internal static SeatGround Of(VettingCapacity capacity)
    {
        var most = capacity.Reviewers.Count > 0 ? capacity.Reviewers.Max(r => r.MostPerWeek) : Domain.Changes.SignOffTerms.Default(RiskTier.Limited).MostPerWeek;
        var missing = Math.Max(0, capacity.Needed - capacity.Now);
        var seats = most == 0 ? 0 : (int)Math.Ceiling(missing / most);
        var rest = missing > 0 ? $" {RoleWords.Figure(missing)} are missing ÷ {most} for one person = {Say.Of(seats, "seat", "seats")}, rounded up." : " Nothing is missing.";
        return new(string.Join(' ', capacity.Lines) + rest, capacity.Standing == CapacityStanding.NoData ? null : seats);
    }

    private static async Task<SeatGround> PagesAsync(PortalDbContext db, UnitRange unit, DateOnly today, CancellationToken cancellationToken)
    {
        var pages = db.KnowledgePages.Where(p => p.Standing != PageState.Withdrawn && p.Criticality == Criticality.High && db.Units.Any(u => u.Id == p.UnitId && u.Left >= unit.Left && u.Right <= unit.Right));
        var (all, stale) = (await pages.CountAsync(cancellationToken), await pages.NeedingWork(db, today).CountAsync(cancellationToken));
        return new(all == 0 ? "No critical page is placed in this unit." : $"{Say.Count(stale)} of {Say.Of(all, "critical page", "critical pages")} {(stale == 1 ? "needs" : "need")} somebody to look at {(stale == 1 ? "it" : "them")}: {Say.Percent((double)stale / all)}.", null);
    }

    private static async Task<SeatGround> AgentsAsync(PortalDbContext db, UnitRange unit, DateOnly today, CancellationToken cancellationToken)
    {
        var tools = await db.AiTools.AsNoTracking().Where(t => t.ApprovedFrom <= today && (t.RetiredOn == null || t.RetiredOn > today))
            .Where(t => t.Units.Any(p => db.Units.Any(u => u.Id == p.UnitId && u.Left <= unit.Right && u.Right >= unit.Left)))
            .Select(t => new { Tool = t, HolderHere = db.People.Any(p => p.Id == t.GateHolder && (p.LeftOn == null || p.LeftOn > today)) })
            .ToListAsync(cancellationToken);
        var ungated = tools.Count(t => t.Tool.IsUngated(t.HolderHere));
        return new(tools.Count == 0 ? "No tool or agent is approved for this unit." : $"{Say.Count(ungated)} of {Say.Of(tools.Count, "tool or agent", "tools and agents")} approved here {(ungated == 1 ? "changes" : "change")} production with no gate that somebody holds.", null);
    }
}
