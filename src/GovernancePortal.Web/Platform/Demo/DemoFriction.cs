using System.Security.Cryptography;
using GovernancePortal.Data;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Friction.Telling;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>What people of the demo reported in the periods that are over; told as the portal tells it.</summary>
internal static class DemoFriction
{
    private const int Periods = 3;

    private static readonly string[] Reporting = [DemoPlan.Checkout, "Pricing and promotions", "Store systems", "Loyalty engineering", "Payments platform", "Customer service", "Marketing content"];

    private static readonly string[] Texts =
    [
        "It named a setting that does not exist. I searched for it for half an hour.",
        "The runbook it quoted is two years old; the service has another name now.",
        "Good code for the first case, none for the others. I wrote the tests and then all of it again.",
        "It told a customer a delivery date that nobody had promised.",
        "The summary left out the one decision of the meeting.",
        "Works well for small functions. For the promotions engine I undo more than I keep.",
    ];

    /// <summary>Adds and tells them; usage and units are there already. The caller saves.</summary>
    public static async Task WriteAsync(PortalDbContext db, IReadOnlyList<StaffedUnit> units, IReadOnlyList<AiTool> tools, DateOnly today, CancellationToken cancellationToken)
    {
        var random = new Random(12);
        var newest = FrictionPeriod.Of(today.AddDays(-1 - FrictionPeriod.Rest)).Number;
        var told = Enumerable.Range(newest - Periods, Periods).Select(n => new FrictionPeriod(n)).Where(p => p.ToldFrom <= today).ToList();
        foreach (var period in told)
        {
            db.FrictionReports.AddRange(Make(period, units, tools, random));
            await db.SaveChangesAsync(cancellationToken);
            await FrictionTeller.TellAsync(db, period, DemoSeeder.Actor, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static IEnumerable<FrictionReport> Make(FrictionPeriod period, IReadOnlyList<StaffedUnit> units, IReadOnlyList<AiTool> tools, Random random)
    {
        var key = SHA256.HashData(BitConverter.GetBytes(period.Number));
        foreach (var unit in units.Where(u => Reporting.Contains(u.Plan.Name, StringComparer.Ordinal)))
        {
            var tool = tools.First(t => t.Name == (unit.Plan.Parent == DemoPlan.Technology ? "GitHub Copilot" : "Microsoft 365 Copilot"));
            foreach (var person in unit.People.Where(_ => random.NextDouble() < .4))
            {
                var day = period.From.AddDays(random.Next(FrictionPeriod.Days));
                var kind = random.NextDouble() < .5 ? FrictionKind.WrongAnswer : FrictionKind.Rework;
                var text = random.NextDouble() < .25 ? Texts[random.Next(Texts.Length)] : "";
                yield return new FrictionReport(Id(random), FrictionReport.MarkOf(key, person.Id), 1, day, unit.Unit.Id, tool.Id, kind, 5 * random.Next(1, 19), text);
            }
        }
    }

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
