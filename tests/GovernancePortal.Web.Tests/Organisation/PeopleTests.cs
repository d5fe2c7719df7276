using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Organisation.GetPerson;
using GovernancePortal.Web.Features.Organisation.ListPeople;
using GovernancePortal.Web.Features.Organisation.ListUnits;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Organisation;

public sealed class PeopleTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_team_lead_sees_their_own_units_and_what_lies_below()
    {
        await _portal.AddPersonAsync("Ada Lovelace", _portal.Checkout);
        await _portal.AddPersonAsync("Grace Hopper", _portal.Payments);
        await _portal.AddPersonAsync("Heron Sedge", _portal.Logistics);

        var result = await _portal.SendAs(Role.TeamLead, All(search: ""), _portal.Checkout);

        result.Value.People.Items.Select(p => p.Name).ShouldBe(["Ada Lovelace", "Grace Hopper"]);
    }

    [Fact]
    public async Task A_filter_for_a_unit_outside_the_scope_finds_nobody()
    {
        await _portal.AddPersonAsync("Heron Sedge", _portal.Logistics);

        var result = await _portal.SendAs(Role.TeamLead, All(unit: _portal.Logistics.Id), _portal.Checkout);

        result.Value.People.Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("LOVE")]
    [InlineData("ada@lark")]
    [InlineData("E-77-A")]
    public async Task A_person_is_found_by_either_name_by_mail_and_by_number(string search)
    {
        await _portal.AddPersonAsync("Grace Hopper");
        var ada = new Person(PersonId.New(), "E-77-A", "Ada Lovelace", _portal.Checkout.Id);
        ada.SetContact("Ada@Larkfield.example");
        await _portal.InDb(async db =>
        {
            db.People.Add(ada);
            return await db.SaveChangesAsync();
        });

        var result = await _portal.SendAs(Role.GovernanceOfficer, All(search: search));

        result.Value.People.Items.Select(p => p.Name).ShouldBe(["Ada Lovelace"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        foreach (var number in Enumerable.Range(1, 23)) await _portal.AddPersonAsync($"Same Name", change: p => p.SetName($"Person {number % 4}"));

        var seen = new List<PersonId>();
        foreach (var page in Enumerable.Range(1, 5))
        {
            var result = await _portal.SendAs(Role.Auditor, new ListPeopleQuery(new PeopleFilter(Search: "person"), PeopleOrder.Name, Descending: true, new Paging(page, 5)));
            seen.AddRange(result.Value.People.Items.Select(p => p.Id));
        }

        seen.Distinct().Count().ShouldBe(23);
    }

    [Theory]
    [InlineData(PeopleOrder.Unit)]
    [InlineData(PeopleOrder.Number)]
    public async Task Every_order_works_in_both_directions(PeopleOrder order)
    {
        await _portal.AddPersonAsync("Ada Lovelace", _portal.Logistics);
        await _portal.AddPersonAsync("Grace Hopper", _portal.Checkout);

        var up = await _portal.SendAs(Role.Auditor, new ListPeopleQuery(new PeopleFilter(Search: "a"), order, Descending: false, new Paging(1, 10)));
        var down = await _portal.SendAs(Role.Auditor, new ListPeopleQuery(new PeopleFilter(), order, Descending: true, new Paging(1, 10)));

        up.Value.People.Items.Count.ShouldBe(1);
        down.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task People_who_have_left_are_not_listed()
    {
        await _portal.AddPersonAsync("Gone Already", change: p => p.SetEmployment(null, new DateOnly(2026, 11, 1), null));
        await _portal.AddPersonAsync("Leaves Later", change: p => p.SetEmployment(null, new DateOnly(2026, 12, 31), null));

        var result = await _portal.SendAs(Role.Auditor, All(search: "l"));

        result.Value.People.Items.Select(p => p.Name).ShouldBe(["Leaves Later"]);
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Employee)]
    [InlineData(Role.Administrator)]
    public async Task Roles_without_names_to_see_are_refused(Role role)
    {
        var person = await _portal.AddPersonAsync("Ada Lovelace");

        (await _portal.SendAs(role, All())).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetPersonQuery(person.Id))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task Pay_is_for_human_resources_alone()
    {
        var person = await _portal.AddPersonAsync("Ada Lovelace", change: p => p.SetEmployment(null, null, 95_000m));

        var hr = await _portal.SendAs(Role.HumanResources, new GetPersonQuery(person.Id));
        var lead = await _portal.SendAs(Role.TeamLead, new GetPersonQuery(person.Id), _portal.Checkout);
        var auditor = await _portal.SendAs(Role.Auditor, new GetPersonQuery(person.Id));

        hr.Value.AnnualLoadedCost.ShouldBe(95_000m);
        lead.Value.AnnualLoadedCost.ShouldBeNull();
        auditor.Value.AnnualLoadedCost.ShouldBeNull();
    }

    [Fact]
    public async Task A_person_outside_the_scope_looks_like_nobody()
    {
        var person = await _portal.AddPersonAsync("Heron Sedge", _portal.Logistics);

        var result = await _portal.SendAs(Role.TeamLead, new GetPersonQuery(person.Id), _portal.Checkout);

        result.Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task The_unit_tree_begins_at_the_top_of_the_scope()
    {
        var lead = await _portal.SendAs(Role.TeamLead, new ListUnitsQuery(null, new Paging(1, 50)), _portal.Checkout);
        var below = await _portal.SendAs(Role.TeamLead, new ListUnitsQuery(_portal.Root.Id, new Paging(1, 50)), _portal.Checkout);

        lead.Value.Items.Select(u => u.Name).ShouldBe(["Checkout"]);
        below.Value.Items.Select(u => u.Name).ShouldBe(["Checkout"]);
    }

    private static ListPeopleQuery All(string? search = null, UnitId? unit = null) =>
        new(new PeopleFilter(search, unit), PeopleOrder.Name, Descending: false, new Paging(1, 50));
}
