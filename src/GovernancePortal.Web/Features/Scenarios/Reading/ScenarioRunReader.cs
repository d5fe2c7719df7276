using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>Reads runs for pages and files, without what the reader may not know.</summary>
internal static class ScenarioRunReader
{
    public static async Task<ScenarioTitle> TitleAsync(PortalDbContext db, CurrentUser user, Scenario scenario, CancellationToken cancellationToken)
    {
        var path = scenario.UnitId is { } unit ? await db.Units.Where(u => u.Id == unit).Select(u => u.Path).SingleAsync(cancellationToken) : "";
        var mayEdit = await ScenarioAccess.RefusalAsync(db, user.ScopeOf(Policies.EditScenarios), scenario.UnitId, cancellationToken) is null;
        return new(
            scenario.Id, scenario.Name, scenario.UnitId, path, scenario.State, scenario.Origin, scenario.Note, scenario.AuthorName, scenario.CreatedAt, scenario.LastRun, scenario.Version, mayEdit);
    }

    /// <param name="db">Where to look.</param>
    /// <param name="user">Who reads.</param>
    /// <param name="scenario">One that the user may see.</param>
    /// <param name="number">Null for the newest.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<Result<ScenarioRunView>> RunAsync(PortalDbContext db, CurrentUser user, Scenario scenario, int? number, CancellationToken cancellationToken)
    {
        var wanted = number ?? scenario.LastRun;
        var run = await db.ScenarioRuns.AsNoTracking().SingleOrDefaultAsync(r => r.ScenarioId == scenario.Id && r.Number == wanted, cancellationToken);
        if (run is null) return ScenarioErrors.NoSuchRun;

        var seesPay = await ScenarioAccess.MaySeePayAsync(db, user, scenario, cancellationToken);
        var input = run.Input;
        if (!seesPay)
        {
            if (run.IsFew || StaffCellBuilder.InGroups(input.Staff) is not { } groups) return ScenarioErrors.FewPeople;
            input = input with { Staff = groups };
        }

        // Each run has one entry, in their order.
        var subject = ScenarioAccess.Subject(scenario.Id);
        var entry = await db.LedgerEntries.Where(e => e.Subject == subject && e.Kind == ScenarioRunner.Entry).OrderBy(e => e.Sequence).Skip(run.Number - 1).Select(e => (long?)e.Sequence).FirstOrDefaultAsync(cancellationToken);
        return new ScenarioRunView(
            run.Number, run.RanAt, run.RanByName, run.ModelVersion, run.Draws, run.Seed, run.Changes.Split('\n'), input, seesPay, run.Reasons, run.Report, entry);
    }
}
