using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.CheckPlan;
using GovernancePortal.Web.Features.Plans.CreatePlan;
using GovernancePortal.Web.Features.Plans.DecidePlan;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Plans;

/// <summary>A case of three people of Checkout and two roles with a seat each, and somebody of Human Resources who plans with them.</summary>
internal sealed class PlanDesk
{
    public const string Skill = "code review";

    private PlanDesk(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    /// <summary>Human Resources for the whole organisation.</summary>
    public Guid User { get; private init; }

    public Guid Executive { get; private init; }

    public CaseId Case { get; private set; }

    public RoleProfileId Vetter { get; private set; }

    public RoleProfileId Steward { get; private set; }

    public Person Ada { get; private set; } = null!;

    public Person Ben { get; private set; } = null!;

    public Person Cleo { get; private set; } = null!;

    public static async Task<PlanDesk> OpenAsync(TestPortal portal)
    {
        var desk = new PlanDesk(portal) { User = await portal.AddUserAsync(Role.HumanResources), Executive = await portal.AddUserAsync(Role.Executive) };
        desk.Ada = await desk.AddAsync("Ada Adams", [Skill]);
        desk.Ben = await desk.AddAsync("Ben Brook", []);
        desk.Cleo = await desk.AddAsync("Cleo Cole", []);
        await desk.SkillAsync(desk.Ben, 2);
        await desk.SkillAsync(desk.Cleo, 2);
        desk.Vetter = await desk.AddRoleAsync("AI change vetter", 1);
        desk.Steward = await desk.AddRoleAsync("Knowledge steward", 1);
        desk.Case = await desk.AddCaseAsync("Checkout, after assistants", desk.Ada, desk.Ben, desk.Cleo);
        return desk;
    }

    public async Task<CaseId> AddCaseAsync(string name, params Person[] people)
    {
        var now = Portal.Clock.GetUtcNow();
        var made = DisplacementCase.Open(new CaseTerms(name, Portal.Checkout.Id, "Assistants do it.", new NoticeFigures(PlaceOfLaw.Elsewhere)), "user:hr", "Head of Human Resources", now).Value;
        foreach (var person in people) Done(made.Mark(person.Id, 1, "", now));
        Done(made.ConfirmNotice(1, 0, "user:hr", "Head of Human Resources", now));
        Done(made.Publish(now));
        await Portal.InDb(db =>
        {
            db.DisplacementCases.Add(made);
            return db.SaveChangesAsync();
        });
        return made.Id;
    }

    public async Task<RoleProfileId> AddRoleAsync(string title, int seats)
    {
        var now = Portal.Clock.GetUtcNow();
        var role = RoleProfile.Draft(new RoleTerms(title, WorkKind.AiChangeVetter, Level.Mid) { Skills = [new SkillNeed(Skill, 4)] }, now).Value;
        Done(role.Publish());
        var asked = new RoleSeats(role.Id, Portal.Checkout.Id);
        Done(asked.Ask(seats, "Reviewers are over their hours.", Portal.Clock.Today(), "user:hr"));
        await Portal.InDb(db =>
        {
            db.RoleProfiles.Add(role);
            db.RoleSeats.Add(asked);
            return db.SaveChangesAsync();
        });
        return role.Id;
    }

    public Task SkillAsync(Person person, double level) =>
        Portal.InDb(db =>
        {
            var stated = new SkillLevel(person.Id, Skill, SkillSource.Self);
            Done(stated.State(level, Portal.Clock.Today()));
            db.SkillLevels.Add(stated);
            return db.SaveChangesAsync();
        });

    public Task SeatsAsync(RoleProfileId role, int seats) =>
        Portal.InDb(async db =>
        {
            Done((await db.RoleSeats.SingleAsync(s => s.RoleId == role)).Ask(seats, "Asked again.", Portal.Clock.Today(), "user:hr"));
            return await db.SaveChangesAsync();
        });

    public async Task<PlanId> PlanAsync() => (await Portal.SendAs(User, new CreatePlanCommand(Case, "Checkout into new work", null))).Value;

    public async Task<PlanId> CheckedAsync()
    {
        var plan = await PlanAsync();
        Done(await Portal.SendAs(User, new CheckPlanCommand(plan, await VersionAsync(plan))));
        return plan;
    }

    public async Task<PlanId> PublishedAsync()
    {
        var plan = await CheckedAsync();
        Done(await Portal.SendAs(Executive, new ApprovePlanCommand(plan, await VersionAsync(plan))));
        Done(await Portal.SendAs(User, new PublishPlanCommand(plan, await VersionAsync(plan))));
        return plan;
    }

    public Task<int> VersionAsync(PlanId plan) => Portal.InDb(db => db.ReallocationPlans.Where(p => p.Id == plan).Select(p => p.Version).SingleAsync());

    public Task<ReallocationPlan> ReadAsync(PlanId plan) => Portal.InDb(db => db.ReallocationPlans.AsNoTracking().Include(p => p.Moves).Include(p => p.Pairs).SingleAsync(p => p.Id == plan));

    public async Task<PlannedMove> MoveAsync(PlanId plan, Person person) => (await ReadAsync(plan)).Moves.Single(m => m.PersonId == person.Id);

    public async Task<string?> RefusedAsync<T>(Role role, IRequest<T> request, Unit? unit = null) where T : Result => (await Portal.SendAs(role, request, unit)).Error?.Code;

    public static void Done(Result result) => result.Error.ShouldBeNull();

    private Task<Person> AddAsync(string name, string[] skills) =>
        Portal.AddPersonAsync(name, Portal.Checkout, p =>
        {
            p.SetPost(Portal.Checkout.Id, null, Level.Mid, "Engineer", isContractor: false, "Leeds");
            p.SetSkills(skills);
        });
}
