using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>Works a scenario out and keeps the result as its next run. Whoever calls it saves.</summary>
internal static class ScenarioRunner
{
    /// <summary>Kind of a run's entry in the ledger.</summary>
    public const string Entry = $"scenario.{Ran}";

    private const string Ran = "run";

    public static async Task<Result<ScenarioRun>> RunAsync(
        PortalDbContext db, CurrentUser user, Scenario scenario, int draws, ulong seed, DateTimeOffset now, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (scenario.State == ScenarioState.Archived) return ScenarioErrors.Archived;
        var last = scenario.LastRun == 0 ? null : await db.ScenarioRuns.AsNoTracking().SingleAsync(r => r.ScenarioId == scenario.Id && r.Number == scenario.LastRun, cancellationToken);
        var input = scenario.Input;
        // The work takes processors' time; whoever asked is not made to hold a thread of the page for it.
        var report = await Task.Run(() => ScenarioReport.Of(input, draws, seed, progress, cancellationToken), cancellationToken);
        var kept = scenario.Keep(report, last, user.Actor, user.DisplayName, now);
        if (!kept.IsSuccess) return kept;

        var run = kept.Value;
        db.ScenarioRuns.Add(run);
        db.Tell(user, scenario, Ran, Payload(run));
        return kept;
    }

    /// <summary>For the ledger: the hashes say later whether the stored rows are those that were run, without telling what is in them.</summary>
    public static object Payload(ScenarioRun run) => new
    {
        run = run.Number,
        model = run.ModelVersion,
        draws = run.Draws,
        // It can be larger than what JSON holds exactly.
        seed = run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
        positions = run.Positions,
        displaced = run.Displaced,
        best = run.Best,
        verdict = run.Verdict,
        inputSha256 = Sha256(run.InputJson),
        reportSha256 = Sha256(run.ReportJson),
    };

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
