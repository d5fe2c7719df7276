using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Literacy.AddRequirement;
using GovernancePortal.Web.Features.Literacy.EvidencePack;
using GovernancePortal.Web.Features.Literacy.LogSession;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>An organisation with something to show in an evidence pack: a course that Checkout has to take, a session, use of a tool.</summary>
internal sealed class PackOffice(TestPortal portal)
{
    public const int Staff = 8;
    public const int Present = 6;

    public DateOnly Day { get; } = portal.Today();

    public CourseId Course { get; private set; }

    public LiteracyRequirementId Requirement { get; private set; }

    public Guid Lead { get; private set; }

    public Person Owner { get; private set; } = null!;

    public IReadOnlyList<Person> People { get; private set; } = [];

    public async Task OpenAsync()
    {
        Owner = await portal.AddPersonAsync("Ada Lovelace", portal.Logistics);
        People = await new TrainingOffice(portal).StaffAsync(Staff, portal.Payments);
        Course = await portal.AddCourseAsync("AI-AGENTS", Teaching.Facts() with { OwnerId = Owner.Id });
        Requirement = await RequireAsync(Course);
        Lead = await portal.AddUserAsync(Role.TeamLead, portal.Checkout);
        await LogAsync([.. People.Take(Present).Select(p => p.Id)]);
        await UseAsync("github-copilot", [.. People.Take(5)]);
        await UseAsync("rare-tool", [.. People.Take(4)]);
    }

    public async Task<LiteracyRequirementId> RequireAsync(CourseId course)
    {
        var required = await portal.SendAs(
            Role.GovernanceOfficer, new AddRequirementCommand(course, portal.Checkout.Id, new RuleTerms(Audience.Everybody, ValidityMonths: 12), portal.Today(), "Agents can change production."));
        required.Error.ShouldBeNull();
        return required.Value;
    }

    public async Task LogAsync(IReadOnlyList<PersonId> people, string instructor = "=HYPERLINK(\"x\")")
    {
        var logged = await portal.SendAs(Lead, new LogSessionCommand(Course, "1", Day, CompletionResult.Passed, people, instructor));
        logged.Error.ShouldBeNull();
    }

    public async Task<PackView> PackAsync(DateOnly? on = null, Role role = Role.Auditor, Unit? unit = null)
    {
        var pack = await portal.SendAs(role, new GetEvidencePackQuery(on ?? Day), unit);
        pack.Error.ShouldBeNull();
        return pack.Value;
    }

    private Task UseAsync(string tool, IReadOnlyList<Person> people) =>
        portal.InDb(async db =>
        {
            foreach (var person in people) await db.AddUseAsync(tool, person.EmployeeNumber.ToLowerInvariant(), Day.AddDays(-2), person: person.Id);
            return await db.SaveChangesAsync();
        });
}
