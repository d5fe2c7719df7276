using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Changes of the demo: a queue, what vetting caught, and one that went through in an emergency.</summary>
internal static class DemoChanges
{
    private static readonly Plan[] Plans =
        [
            new(231, "checkout-api", "Retry a declined charge once", DemoPlan.Checkout, Level.Junior, AiInvolvement.Detected, HoursAgo: 5),
            new(229, "promo-engine", "Stack two vouchers on one basket", "Pricing and promotions", Level.Mid, AiInvolvement.Declared, HoursAgo: 30),
            new(77, "loyalty-service", "Round points half up", "Loyalty engineering", Level.Junior, AiInvolvement.NotDeclared, HoursAgo: 3),
            new(418, "payments-core", "Send refunds in batches", "Payments platform", Level.Mid, AiInvolvement.Declared, HoursAgo: 12, Approved: true),
            new(152, "store-pos", "Keep the till open while offline", "Store systems", Level.Mid, AiInvolvement.Declared, HoursAgo: 1),
            new(228, "checkout-web", "Write the missing tests of the basket", DemoPlan.Checkout, Level.Junior, AiInvolvement.Detected, HoursAgo: 20, Agent: "Test writer"),
            new(230, "checkout-api", "Skip the stock check when it is slow", DemoPlan.Checkout, Level.Mid, AiInvolvement.Declared, HoursAgo: 26, Passed: true),
            new(221, "checkout-api", "Cache prices for an hour", DemoPlan.Checkout, Level.Junior, AiInvolvement.Detected, HoursAgo: 24 * 6, Finding: FindingType.WrongLogic, Note: "A price that changes at midnight stays wrong until one."),
            new(214, "promo-engine", "Use the new rounding call", "Pricing and promotions", Level.Mid, AiInvolvement.Declared, HoursAgo: 24 * 17, Finding: FindingType.HallucinatedApi, Note: "Money.RoundTo does not exist in the version we run."),
            new(209, "checkout-web", "Show delivery dates of the old carrier", DemoPlan.Checkout, Level.Junior, AiInvolvement.Detected, HoursAgo: 24 * 40, Finding: FindingType.StaleSource, Note: "Follows a page of the wiki that was replaced in spring."),
            new(401, "payments-core", "Log the whole request when a charge fails", "Payments platform", Level.Mid, AiInvolvement.Declared, HoursAgo: 24 * 52, Finding: FindingType.InsecureCode, Note: "Card numbers would be in the log."),
            new(61, "loyalty-service", "Merge two accounts", "Loyalty engineering", Level.Junior, AiInvolvement.Detected, HoursAgo: 24 * 80, Finding: FindingType.MissingTest, Note: "Nothing tests accounts with the same card."),
            new(140, "store-pos", "Print the receipt twice", "Store systems", Level.Mid, AiInvolvement.Declared, HoursAgo: 24 * 110, Finding: FindingType.HallucinatedApi, Note: "The printer has no such command."),
            new(216, "checkout-api", "Tell the customer why a card was refused", DemoPlan.Checkout, Level.Mid, AiInvolvement.Declared, HoursAgo: 24 * 9, Approved: true, Merged: true),
            new(146, "store-pos", "Count cash by denomination", "Store systems", Level.Junior, AiInvolvement.Detected, HoursAgo: 24 * 12, Approved: true, Merged: true),
            new(210, "promo-engine", "End a promotion at closing time", "Pricing and promotions", Level.Junior, AiInvolvement.Declared, HoursAgo: 24 * 15, Approved: true, Merged: true),
        ];

    private static readonly (string Name, string Unit, Criticality Criticality)[] Systems =
        [
            ("checkout-api", DemoPlan.Checkout, Criticality.Medium),
            ("checkout-web", DemoPlan.Checkout, Criticality.Medium),
            ("promo-engine", "Pricing and promotions", Criticality.Medium),
            ("payments-core", "Payments platform", Criticality.High),
            ("store-pos", "Store systems", Criticality.Medium),
            ("loyalty-service", "Loyalty engineering", Criticality.Low),
        ];

    public static void Add(PortalDbContext db, IReadOnlyList<StaffedUnit> units, IReadOnlyList<AiTool> tools, DateTimeOffset now)
    {
        StaffedUnit Unit(string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal));
        foreach (var (name, unit, criticality) in Systems)
        {
            db.CodeSystems.Add(new CodeSystem(name, Unit(unit).Unit.Id, criticality, null));
            db.SystemRepositories.Add(new SystemRepository(name, $"larkfield/{name}"));
        }

        db.RiskRules.Add(new RiskRule("", "**/migrations/**", null, RiskTier.High));
        var reviewer = Unit(DemoPlan.Technology).People[1];
        foreach (var plan in Plans) Play(db, plan, Unit(plan.Unit), reviewer, tools, now);
    }

    private static void Play(PortalDbContext db, Plan plan, StaffedUnit unit, Person reviewer, IReadOnlyList<AiTool> tools, DateTimeOffset now)
    {
        var at = now.AddHours(-plan.HoursAgo);
        var author = unit.People.FirstOrDefault(p => p.Level == plan.Author && p.Id != unit.Head.Id) ?? unit.People[1];
        var agent = tools.FirstOrDefault(t => string.Equals(t.Name, plan.Agent, StringComparison.Ordinal));
        var report = new ChangeReport($"larkfield/{plan.System}", plan.Number, Commit(plan), at)
        {
            Provider = "github",
            Title = plan.Title,
            Url = $"https://code.larkfield.example/larkfield/{plan.System}/pull/{plan.Number}",
            Author = author.EmployeeNumber,
            Agent = plan.Agent,
            Involvement = plan.Involvement,
            InvolvementSource = plan.Involvement switch { AiInvolvement.Detected => InvolvementSource.Tool, AiInvolvement.Declared => InvolvementSource.Label, _ => InvolvementSource.Nobody },
            InvolvementNote = plan.Involvement == AiInvolvement.Declared ? "ai-assisted" : "",
            Systems = [plan.System],
        };
        var system = Systems.First(s => string.Equals(s.Name, plan.System, StringComparison.Ordinal));
        var tier = RiskRule.TierOf([], [new TouchedSystem(system.Name, system.Criticality)], [], hasUnknown: false);
        var change = new ProposedChange(ChangeId.New(), report, at);
        change.Place(new ChangePlace(author.Id, author.Level, agent?.Id, agent?.Owner, unit.Unit.Id, tier, [plan.System], []));
        db.ProposedChanges.Add(change);

        var terms = SignOffTerms.Default(tier);
        var given = new List<SignOff>();
        if (plan.Approved) Decide("change.approved", change.Approve(new Approver(reviewer.Id, Level.Principal, IsHere: true, IsAsked: true, IsTrained: true, null, 0), terms, given, "Read it with its tests.", at.AddHours(4)));
        if (plan.Finding != FindingType.None) Decide("change.rejected", change.Reject(reviewer.Id, reviewer.Level, plan.Finding, plan.System, plan.Note, at.AddHours(6)));
        if (plan.Passed) Decide("change.passed", change.PassInEmergency(unit.Head.Id, unit.Head.Level, terms, given, "Orders stand still while the stock service answers slowly.", at.AddHours(1)));
        if (plan.Finding != FindingType.None) change.Hear(report with { SeenAt = at.AddDays(1), State = ChangeState.Closed });
        if (plan.Merged) change.Hear(report with { SeenAt = at.AddDays(1), State = ChangeState.Merged, ReleasedAt = at.AddDays(1) });
        change.Judge(terms, given);

        void Decide(string kind, Domain.Common.Result<SignOff> made)
        {
            given.Add(made.Value);
            db.SignOffs.Add(made.Value);
            db.Record(DemoSeeder.Actor, kind, $"change:{change.Id}", new { repository = change.Repository, number = change.Number, commit = change.Commit, by = made.Value.By, finding = made.Value.Finding, note = made.Value.Note });
        }
    }

    private static string Commit(Plan plan) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{plan.System}#{plan.Number}")))[..40];

    /// <param name="Author">Level of whoever wrote it, or runs the agent that did.</param>
    private sealed record Plan(
        int Number, string System, string Title, string Unit, Level Author, AiInvolvement Involvement, int HoursAgo, string Agent = "", bool Approved = false, bool Passed = false, bool Merged = false, FindingType Finding = FindingType.None, string Note = "");
}
