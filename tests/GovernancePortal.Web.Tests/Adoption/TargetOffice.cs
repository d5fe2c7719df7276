using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Adoption.ProposeTarget;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>People, readings and targets for the tests of adoption targets; all through real rows and requests.</summary>
internal sealed class TargetOffice(TestPortal portal)
{
    private int _people;

    public DateOnly Today => DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);

    public Person Lead { get; private set; } = null!;

    public Person Chief { get; private set; } = null!;

    /// <summary>Proposes; a team lead of Checkout.</summary>
    public Guid LeadUser { get; private set; }

    /// <summary>Approves; an executive of the whole.</summary>
    public Guid ChiefUser { get; private set; }

    public static async Task<TargetOffice> OpenAsync(TestPortal portal)
    {
        var office = new TargetOffice(portal);
        office.Lead = await portal.AddPersonAsync("Robin Thistle", portal.Checkout);
        office.Chief = await portal.AddPersonAsync("Linnet Marsh", portal.Root);
        office.LeadUser = await portal.AddUserAsync(Role.TeamLead, portal.Checkout, office.Lead.Id);
        office.ChiefUser = await portal.AddUserAsync(Role.Executive, portal.Root, office.Chief.Id);
        return office;
    }

    public async Task<IReadOnlyList<Person>> StaffAsync(int count, Unit? unit = null, Action<Person>? change = null)
    {
        var people = new List<Person>();
        for (var i = 0; i < count; i++) people.Add(await portal.AddPersonAsync($"Person {++_people:000}", unit, change));
        await RecountAsync();
        return people;
    }

    /// <summary>Headcounts as the roster import keeps them.</summary>
    public Task RecountAsync() => portal.InDb(async db =>
    {
        var units = await db.Units.ToListAsync();
        var counts = (await db.People.Select(p => p.UnitId).ToListAsync()).CountBy(u => u).ToDictionary();
        UnitTree.Number(units, counts);
        return await db.SaveChangesAsync();
    });

    public Task UseAsync(IEnumerable<Person> people, DateOnly day, string tool = UsageTools.Copilot, bool active = true) => portal.InDb(async db =>
    {
        foreach (var person in people) await db.AddUseAsync(tool, person.EmployeeNumber.ToLowerInvariant(), day, active, person.Id);
        return await db.SaveChangesAsync();
    });

    public Task ReadAsync(GuardrailType type, double value, DateOnly? date = null, long? sample = 100, Unit? unit = null) =>
        AddAsync([new GuardrailReading(type, (unit ?? portal.Checkout).Id, date ?? Today, value, sample, "a test")]);

    /// <summary>Readings with which everything that reads a series holds.</summary>
    public async Task ReadWellAsync(DateOnly? date = null, Unit? unit = null)
    {
        foreach (var type in new[] { GuardrailType.SeniorSignOff, GuardrailType.IncidentErrorBudget, GuardrailType.KbFreshness })
            await ReadAsync(type, 1, date, unit: unit);
        foreach (var type in new[] { GuardrailType.ChangeFailureRate, GuardrailType.UnsupervisedProductionAccess, GuardrailType.ReviewerUtilisation })
            await ReadAsync(type, 0, date, unit: unit);
        await AddAsync([new NoAgentsStatement((unit ?? portal.Checkout).Id, date ?? Today, "The access lists were compared.")]);
    }

    public async Task<Course> RequireAsync(Unit? unit = null, string minimumVersion = "", int graceDays = 0, int? validityMonths = null)
    {
        var course = new Course(CourseId.New(), $"C-{Guid.NewGuid():N}"[..10], "Reading AI advice critically", "3", validityMonths: null);
        await AddAsync([course, new LiteracyRequirement(LiteracyRequirementId.New(), (unit ?? portal.Checkout).Id, course.Id, minimumVersion, validityMonths, graceDays)]);
        return course;
    }

    public Task CompleteAsync(IEnumerable<Person> people, Course course, string version = "3", DateOnly? on = null, CompletionResult result = CompletionResult.Passed, DateOnly? until = null) =>
        AddAsync(people.Select(p =>
        {
            var completion = new Completion(p.Id, course.Id, version, on ?? Today.AddDays(-30), result, portal.Clock.GetUtcNow());
            completion.SetOutcome(null, until);
            return (object)completion;
        }));

    public ProposeTargetCommand Proposal(Unit? unit = null) => new(
        TargetId: null,
        Version: 0,
        new TargetTerms
        {
            Metric = TargetMetrics.WeeklyActiveShare,
            Scope = (unit ?? portal.Checkout).Id,
            BaselineValue = 0.35,
            TargetValue = 0.8,
            StartDate = Today,
            DueDate = Today.AddDays(90),
            Owner = Lead.Id,
            OutcomeMetric = "lead time in days",
            OutcomeBaseline = 6,
            OutcomeDirection = Direction.Max,
        },
        Deputy: null,
        [.. GuardrailCatalogue.Mandatory.Select(t => Standard(t))],
        LooserReason: "Looked at here are the required guardrails alone.");

    public static ProposedGuardrail Standard(GuardrailType type)
    {
        var defaults = GuardrailCatalogue.Of(type).Defaults;
        return new ProposedGuardrail(type, GuardrailMode.Block, defaults.Enter, defaults.Exit);
    }

    public async Task<AdoptionTargetId> ProposeAsync(Unit? unit = null)
    {
        var result = await portal.SendAs(LeadUser, Proposal(unit));
        result.Error.ShouldBeNull();
        return result.Value;
    }

    public Task<AdoptionTarget> LoadAsync(AdoptionTargetId id) => portal.InDb(db => db.AdoptionTargets.AsNoTracking().SingleAsync(t => t.Id == id));

    public async Task<int> VersionAsync(AdoptionTargetId id) => (await LoadAsync(id)).Version;

    /// <summary>The next night, and what the job does in it.</summary>
    public async Task<int> NightAsync()
    {
        portal.Clock.Advance(TimeSpan.FromDays(1));
        return await portal.Services.GetRequiredService<EvaluationRun>().RunAsync(CancellationToken.None);
    }

    /// <summary>What the job does in a minute that is no night.</summary>
    public Task<int> MinuteAsync() => portal.Services.GetRequiredService<EvaluationRun>().RunAsync(CancellationToken.None);

    public async Task AddAsync(IEnumerable<object> rows)
    {
        await portal.InDb(async db =>
        {
            db.AddRange(rows);
            return await db.SaveChangesAsync();
        });
        await portal.RefreshCoverageAsync();
    }
}
