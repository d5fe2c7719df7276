using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Adoption;

/// <summary>Targets of a large organisation with everything that their guardrails read, written straight into the tables.</summary>
internal static class TargetData
{
    private const int Tools = 60;
    private const string Outcome = "lead time in days";

    private static readonly GuardrailType[] Series =
    [
        GuardrailType.SeniorSignOff, GuardrailType.IncidentErrorBudget, GuardrailType.IncidentBurnRate, GuardrailType.ChangeFailureRate, GuardrailType.ReworkRate,
        GuardrailType.HallucinationRate, GuardrailType.KbFreshness, GuardrailType.ReviewerUtilisation, GuardrailType.UnsupervisedProductionAccess,
    ];

    /// <summary>Gives the number of days of use.</summary>
    public static async Task<long> FillAsync(BenchmarkPortal portal, int targets, DateOnly today)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var days = await AddUseAsync(portal, today);
        await AddCoverageAsync(portal, today);
        var units = await db.Units.OrderBy(u => u.Left).ToListAsync();
        var leads = await db.People.Where(p => p.LeftOn == null).OrderBy(p => p.Id).Select(p => p.Id).Take(400).ToListAsync();
        await AddReadingsAsync(portal, units, today);
        await AddToolsAsync(portal, units, leads, today);
        await AddTargetsAsync(portal, units, leads, targets, today);
        return days;
    }

    // 14 or 15 days of each of twelve months, on days that differ from one person to the next; the newest month up to yesterday.
    private static async Task<long> AddUseAsync(BenchmarkPortal portal, DateOnly today)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var last = MonthBits.MonthOf(today.AddDays(-1));
        var reported = MonthBits.UpTo(today.AddDays(-1));
        for (var month = last - 11; month <= last; month++)
        {
            var said = month == last ? reported : MonthBits.All >> 1;
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO UsageMonths (Tool, Login, Month, PersonId, UsedDays, ReportedDays)
                SELECT {UsageTools.Microsoft365Copilot}, LOWER(EmployeeNumber), {month}, Id,
                  CASE (rowid + {month}) % 5 WHEN 0 THEN 1431655765 WHEN 1 THEN 715827882 WHEN 2 THEN 1048575 & 1073708031 WHEN 3 THEN 1073709056 ELSE 252645135 END & {said}, {said}
                FROM People
                """);
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return await db.UsageMonths.SumAsync(u => (long)u.UsedCount);
    }

    // Nine in ten are asked for training, and most of them have it.
    private static async Task AddCoverageAsync(BenchmarkPortal portal, DateOnly today)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var (until, past) = (today.AddDays(200).ToString("O"), today.AddDays(-3).ToString("O"));
        await db.PersonCoverages.ExecuteDeleteAsync();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO PersonCoverages (PersonId, UnitId, IsAsked, CoveredUntil, ChangesOn)
            SELECT Id, UnitId, rowid % 10 <> 0, CASE WHEN rowid % 13 = 0 THEN {past} ELSE {until} END, NULL FROM People
            """);
    }

    private static async Task AddReadingsAsync(BenchmarkPortal portal, List<Unit> units, DateOnly today)
    {
        foreach (var some in units.Chunk(100))
        {
            await using var db = await portal.Contexts.CreateDbContextAsync();
            foreach (var unit in some)
            {
                for (var week = 0; week < 8; week++)
                {
                    var day = today.AddDays(-1 - (7 * week));
                    foreach (var type in Series) db.GuardrailReadings.Add(new GuardrailReading(type, unit.Id, day, Good(type), sample: 250, "benchmark"));
                    db.OutcomeReadings.Add(new OutcomeReading(Outcome, unit.Id, day, 5, "benchmark"));
                }
            }

            await db.SaveChangesAsync();
        }
    }

    private static double Good(GuardrailType type) => GuardrailCatalogue.Of(type).Defaults is { Direction: Direction.Min } ? 1 : 0;

    // Most tools serve a part of the organisation, a few all of it.
    private static async Task AddToolsAsync(BenchmarkPortal portal, List<Unit> units, List<PersonId> leads, DateOnly today)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var random = new Random(11);
        for (var i = 0; i < Tools; i++)
        {
            var terms = new AiToolTerms
            {
                Name = Invariant($"Tool {i}"),
                Kind = AiToolKind.Tool,
                Vendor = "Larkfield",
                Purpose = "Work.",
                Risk = RiskTier.Limited,
                Autonomy = Autonomy.ActsAfterApproval,
                ProductionAccess = i % 4 == 0,
                Systems = "deployment",
                Gate = "Sign-off",
                GateHolder = leads[i],
                Owner = leads[i],
                Deputy = leads[i + 1],
                Data = "code",
                Units = i < 3 ? [units[0].Id] : [.. Enumerable.Range(0, 12).Select(_ => units[random.Next(units.Count)].Id).Distinct()],
                ApprovedFrom = today.AddDays(-100),
                ReviewDue = today.AddDays(60),
            };
            db.AiTools.Add(new AiTool(AiToolId.New(), terms, TimeProvider.System.GetUtcNow()));
        }

        db.NoAgentsStatements.AddRange(units.Where(u => u.Depth == 1).Select(u => new NoAgentsStatement(u.Id, today.AddDays(-10), "benchmark")));
        await db.SaveChangesAsync();
    }

    // Each leaves one type out in its turn, so that eleven guardrails of each and all types of them all are judged.
    private static async Task AddTargetsAsync(BenchmarkPortal portal, List<Unit> units, List<PersonId> leads, int count, DateOnly today)
    {
        var types = Enum.GetValues<GuardrailType>();
        var optional = types.Except(GuardrailCatalogue.Mandatory).ToArray();
        var now = TimeProvider.System.GetUtcNow().AddDays(-3);
        foreach (var some in Enumerable.Range(0, count).Chunk(100))
        {
            await using var db = await portal.Contexts.CreateDbContextAsync();
            foreach (var i in some)
            {
                var (owner, deputy) = (leads[i % 200], leads[200 + (i % 200)]);
                var target = AdoptionTarget.Draft(
                    new TargetTerms
                    {
                        Metric = TargetMetrics.WeeklyActiveShare,
                        Scope = units[i % units.Count].Id,
                        BaselineValue = 0.3,
                        TargetValue = 0.99,
                        StartDate = today.AddDays(-30),
                        DueDate = today.AddDays(90),
                        Owner = owner,
                        OutcomeMetric = Outcome,
                        OutcomeBaseline = 6,
                        OutcomeDirection = Direction.Max,
                    },
                    now).Value;
                target.NameDeputy(deputy);
                target.Accept(owner, now);
                target.Accept(deputy, now);
                foreach (var type in types.Where(t => t != optional[i % optional.Length])) target.AddGuardrail(type.ToString(), GuardrailCatalogue.Of(type).Defaults);
                Must(target.Propose(leads[0], now));
                Must(target.Approve(leads[1], now));
                // The evaluations of the days before, without their rows: live targets are what a night mostly finds.
                foreach (var before in new[] { 2, 1 })
                {
                    var observations = target.Guardrails.ToDictionary(g => g.Key, g => new GuardrailObservation(g.Direction == Direction.Min ? 1 : 0, 250, 0), StringComparer.Ordinal);
                    Must(target.Evaluate(new TargetReading(today.AddDays(-before), 0.5, 5, observations), now.AddDays(3 - before)));
                }

                db.AdoptionTargets.Add(target);
            }

            await db.SaveChangesAsync();
        }
    }

    private static void Must(Result result)
    {
        if (!result.IsSuccess) throw new InvalidOperationException(result.Error!.Message);
    }

    private static void Must<T>(Result<T> result)
    {
        if (!result.IsSuccess) throw new InvalidOperationException(result.Error!.Message);
    }
}
