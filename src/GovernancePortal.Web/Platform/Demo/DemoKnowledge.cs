using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Data;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.Reading;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>The pages of the demo: among them the runbook that misled on the bad day, still quarantined, and the pages of somebody who left.</summary>
internal static class DemoKnowledge
{
    private const string Wiki = "wiki";
    private const string Reader = "system:demo-agents";

    // Of a hundred readings of the checkout, 72 are of fresh pages, as its guardrail says; all lie after the last night that was played.
    private static readonly (string Title, string Unit, int Reads, int VerifiedDaysAgo, Criticality Criticality)[] Fresh =
    [
        ("Payment retry rules", DemoPlan.Checkout, 43, 20, Criticality.High),
        ("Release checklist", DemoPlan.Checkout, 29, 41, Criticality.Normal),
        ("Card terminal pairing", "Payments platform", 31, 12, Criticality.Normal),
        ("Price feed restart", "Pricing and promotions", 93, 33, Criticality.High),
        ("Loyalty environments", "Loyalty engineering", 78, 25, Criticality.High),
        ("Shelf label synchronisation", "Store systems", 172, 18, Criticality.Normal),
        ("On-call handbook", DemoPlan.Operations, 64, 60, Criticality.Normal),
    ];

    private static readonly (string Title, string Unit, int Reads, int? VerifiedDaysAgo)[] Held =
    [
        ("Basket service limits", DemoPlan.Checkout, 9, 130),
        ("Discount codes, how they add up", "Pricing and promotions", 7, 150),
        ("Points that expire", "Loyalty engineering", 22, null),
        ("Store router replacement", "Store systems", 5, 200),
    ];

    public static void Add(PortalDbContext db, IReadOnlyList<StaffedUnit> units, DateOnly today)
    {
        foreach (var (title, unit, reads, ago, criticality) in Fresh) Keep(db, Make(units, title, unit, today.AddDays(-ago), today, criticality), reads, today);
        foreach (var (title, unit, reads, ago) in Held) Keep(db, Make(units, title, unit, ago is { } days ? today.AddDays(-days) : null, today), reads, today);

        var runbook = Make(units, "Checkout failover runbook", DemoPlan.Checkout, today.AddDays(-473), today, Criticality.High);
        Keep(db, runbook, 19, today);
        var day = DemoIncidents.WorstMonday(today).AddDays(1);
        const string reason = "It named a region that had been retired in March; the advice taken from it prolonged INC-0232.";
        _ = runbook.Quarantine(reason, new DateTimeOffset(day.ToDateTime(new TimeOnly(16, 40)), TimeSpan.Zero));
        db.Record(DemoSeeder.Actor, "page.quarantined", PageAccess.Subject(runbook.Id), new { hash = runbook.ContentHash, reason });
        db.WrongAnswers.Add(WrongAnswer.Report(db.KnowledgePages.Local.First(p => p.Title == "Points that expire").Id, "It says that points expire after 24 months; the terms say 18.", Reader, At(today.AddDays(-2))).Value);

        // Nobody took these over.
        foreach (var title in new[] { "Till start-up in the north", "Cold chain alarms" }) Keep(db, Make(units, title, "Store systems", today.AddDays(-30), today, owned: false), 3, today);
    }

    private static void Keep(PortalDbContext db, KnowledgePage page, int reads, DateOnly today)
    {
        db.KnowledgePages.Add(page);
        db.PageReads.Add(new PageRead(page.Id, today, Reader, reads));
    }

    private static KnowledgePage Make(IReadOnlyList<StaffedUnit> units, string title, string unit, DateOnly? verified, DateOnly today, Criticality criticality = Criticality.Normal, bool owned = true)
    {
        var staffed = units.First(u => string.Equals(u.Plan.Name, unit, StringComparison.Ordinal));
        var deputy = staffed.People.Count > 2 ? staffed.People[2].Id : (PersonId?)null;
        var facts = new PageFacts(title, staffed.Unit.Id, owned ? staffed.Head.Id : null, deputy, owned ? "" : "#left-without-heir", criticality, Interval: new ReviewInterval(3, IntervalUnit.Month));
        var slug = string.Concat(title.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')).Replace(' ', '-');
        var page = KnowledgePage.Register(Wiki, $"https://wiki.larkfield.example/{slug}", facts, At(today.AddDays(-300))).Value;
        page.SeeVersion(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title))));
        if (verified is { } day) page.TakeReview(day);
        return page;
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
