using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.MarkOversight;
using GovernancePortal.Web.Tests.Imports;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class OversightTests : IAsyncLifetime
{
    private Person _person = null!;
    private TestPortal _portal = null!;

    public static TheoryData<Role> Others => [.. Enum.GetValues<Role>().Where(r => r is not (Role.GovernanceOfficer or Role.TeamLead))];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _person = await _portal.AddPersonAsync("Ada Lovelace", _portal.Payments);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Whoever_gets_the_duty_is_asked_for_its_training_at_once()
    {
        var office = new TrainingOffice(_portal);
        await office.RequireAsync(await office.AddCourseAsync(), audience: new Audience(Oversees: true));

        var given = await _portal.SendAs(Role.TeamLead, new MarkOversightCommand(_person.Id, 0, Oversees: true, "Approves agent output."), _portal.Checkout);

        given.Value.ShouldBe(new Oversight(Oversees: true, 1, MayMark: true));
        (await _portal.InDb(db => db.PersonCoverages.AsNoTracking().SingleAsync())).IsAsked.ShouldBeTrue();
        var entry = await _portal.LedgerAsync("oversight.marked");
        entry.ShouldContain("Approves agent output.");
        entry.ShouldNotContain("Ada");
        (await _portal.SendAs(Role.GovernanceOfficer, new MarkOversightCommand(_person.Id, 1, Oversees: false, "Moved on."))).Error.ShouldBeNull();
        (await _portal.InDb(db => db.PersonCoverages.AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Others_do_not_give_the_duty(Role role)
    {
        (await _portal.SendAs(role, new MarkOversightCommand(_person.Id, 0, Oversees: true, "x"))).Error.ShouldBe(AccessErrors.NoRole);

        var seen = await _portal.SendAs(role, new GetOversightQuery(_person.Id));
        if (role is Role.HumanResources or Role.Auditor) seen.Value.MayMark.ShouldBeFalse();
        else seen.Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task The_duty_is_given_within_the_own_units_by_somebody_else_and_with_a_reason()
    {
        var own = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout, _person.Id);
        var gone = await _portal.AddPersonAsync("Teal Hawthorn", change: p => p.SetEmployment(null, _portal.Today(), null));
        var give = new MarkOversightCommand(_person.Id, 0, Oversees: true, "Approves.");

        (await _portal.SendAs(Role.TeamLead, give, _portal.Logistics)).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(Role.TeamLead, new GetOversightQuery(_person.Id), _portal.Logistics)).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(own, give)).Error!.Code.ShouldBe("oversight.own");
        (await _portal.SendAs(own, new GetOversightQuery(_person.Id))).Value.MayMark.ShouldBeFalse();
        (await _portal.SendAs(Role.TeamLead, give with { PersonId = gone.Id })).Error!.Code.ShouldBe("oversight.left");
        (await _portal.SendAs(Role.TeamLead, give with { Reason = " " })).Error!.Fields.Single().Field.ShouldBe("Reason");
        (await _portal.SendAs(Role.TeamLead, give with { Oversees = false })).Error!.Code.ShouldBe("oversight.same");
        (await _portal.SendAs(Role.TeamLead, give with { Version = 7 })).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.InDb(db => db.People.AnyAsync(p => p.OverseesAi))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_roster_with_the_column_sets_the_duty_and_one_without_leaves_it()
    {
        const string with = """
            employee_number,name,unit,oversees_ai
            E-1,Ada Lark,Larkfield,yes
            E-2,Ray Cole,Larkfield,
            """;
        const string without = """
            employee_number,name,unit
            E-1,Ada Larkspur,Larkfield
            E-3,Nell Reed,Larkfield
            """;

        await _portal.MustImportAsync(ImportKind.Roster, with);
        (await OverseersAsync()).ShouldBe(["E-1"]);
        await _portal.MustImportAsync(ImportKind.Roster, without);
        (await OverseersAsync()).ShouldBe(["E-1"]);
        (await _portal.MustImportAsync(ImportKind.Roster, with.Replace(",yes", ",no", StringComparison.Ordinal))).Accepted.ShouldBe(1);
        (await OverseersAsync()).ShouldBeEmpty();

        var wrong = await _portal.ImportAsync(ImportKind.Roster, with.Replace(",yes", ",contractor", StringComparison.Ordinal));
        wrong.Value.Errors.Single().Code.ShouldBe("flag.shape");
    }

    private Task<List<string>> OverseersAsync() => _portal.InDb(db => db.People.Where(p => p.OverseesAi).Select(p => p.EmployeeNumber).ToListAsync());
}
