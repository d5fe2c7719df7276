using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.AcceptTool;
using GovernancePortal.Web.Features.Tools.AddTool;
using GovernancePortal.Web.Features.Tools.ChangeTool;
using GovernancePortal.Web.Features.Tools.FindToolParts;
using GovernancePortal.Web.Features.Tools.GetTool;
using GovernancePortal.Web.Features.Tools.ListTools;
using GovernancePortal.Web.Features.Tools.RetireTool;
using GovernancePortal.Web.Features.Tools.StateNoAgents;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Tools;

public sealed class ToolTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private ToolDesk _desk = null!;

    public static TheoryData<Role> Others => [.. Enum.GetValues<Role>().Where(r => r != Role.GovernanceOfficer)];

    public static TheoryData<Role> Everybody => [.. Enum.GetValues<Role>()];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await ToolDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_agent_is_registered_and_told_to_the_ledger_without_names()
    {
        var id = await _desk.AddAsync(_desk.Terms() with { Systems = " checkout-api,checkout-web , Checkout-API", Units = [_portal.Checkout.Id, _portal.Checkout.Id] });

        var tool = await _desk.LoadAsync(id);
        (tool.Name, tool.Systems, tool.Units.Count, tool.OwnerAcceptedAt).ShouldBe(("Release agent", "checkout-api, checkout-web", 1, null));
        var entry = await _desk.LedgerAsync("tool.added");
        entry.ShouldContain(_desk.Owner.Id.Value.ToString());
        entry.ShouldNotContain(_desk.Owner.Name);
        // Live targets are looked at within the minute: an agent without a gate stops them.
        (await _portal.InDb(db => db.EvaluationSignals.SingleAsync())).Cause.ShouldBe("tool");
    }

    [Fact]
    public async Task Somebody_without_a_role_does_not_read_the_register()
    {
        var id = await _desk.AddAsync();
        var nobody = await _portal.AddUserAsync(role: null);

        (await _portal.SendAs(nobody, new GetToolQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(nobody, new ListToolsQuery(new ToolFilter(), ToolOrder.Name, Descending: false, new Paging(1, 25)))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Only_a_governance_officer_keeps_the_register(Role role)
    {
        var id = await _desk.AddAsync();

        (await _portal.SendAs(role, new AddToolCommand(_desk.Terms()))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetToolTermsQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new ChangeToolCommand(id, 0, _desk.Terms()))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetToolRetirementQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new RetireToolCommand(id, 0, "Old."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new StateNoAgentsCommand(_portal.Logistics.Id, "Looked."))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new FindToolPeopleQuery("Ada"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new FindToolUnitsQuery("Check"))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Everybody_signed_in_reads_it(Role role)
    {
        var id = await _desk.AddAsync();
        var user = await _portal.AddUserAsync(role, _portal.Logistics);

        (await _portal.SendAs(user, new GetToolQuery(id))).Value.Owner!.Name.ShouldBe("Ada Lovelace");
        (await _portal.SendAs(user, List())).Value.Tools.Total.ShouldBe(1);
        (await _portal.SendSignedOut(List())).Error.ShouldBe(AccessErrors.SignedOut);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_its_field()
    {
        var terms = new AiToolTerms { ProductionAccess = true, Autonomy = Autonomy.Suggests, GateHolder = _desk.Holder.Id, ReviewDue = _desk.Today.AddYears(2), ApprovedFrom = new DateOnly(1999, 1, 1) };

        var result = await _portal.SendAs(Role.GovernanceOfficer, new AddToolCommand(terms));

        result.Error!.Fields.Select(f => f.Field).ShouldBe(
            [
                "Terms.Name", "Terms.Kind", "Terms.Vendor", "Terms.Purpose", "Terms.Risk", "Terms.Systems", "Terms.ProductionAccess", "Terms.Gate",
                "Terms.Owner", "Terms.Data", "Terms.Units", "Terms.ApprovedFrom", "Terms.ReviewDue",
            ]);
    }

    [Fact]
    public async Task A_gate_is_held_by_somebody_who_works_here()
    {
        await _desk.LeaveAsync(_desk.Holder.Id);
        var gone = await _portal.SendAs(Role.GovernanceOfficer, new AddToolCommand(_desk.Terms() with { Deputy = null }));
        var nobody = await _portal.SendAs(Role.GovernanceOfficer, new AddToolCommand(_desk.Terms() with { Deputy = null, GateHolder = null }));
        var past = await _portal.SendAs(Role.GovernanceOfficer, new AddToolCommand(_desk.Terms() with { Deputy = null, GateHolder = _desk.Owner.Id, ReviewDue = _desk.Today }));

        gone.Error!.Fields.Single().Field.ShouldBe("Terms.GateHolder");
        nobody.Error!.Fields.Single().Field.ShouldBe("Terms.GateHolder");
        past.Error!.Fields.Single().Field.ShouldBe("Terms.ReviewDue");
    }

    [Fact]
    public async Task An_agent_without_a_gate_can_be_registered_and_the_page_says_what_that_means()
    {
        var id = await _desk.AddAsync(_desk.Terms() with { Gate = "", GateHolder = null });

        var read = (await _portal.SendAs(Role.Employee, new GetToolQuery(id))).Value;

        read.IsUngated.ShouldBeTrue();
        ToolFinding.Of(read).ShouldBe("It can change production and nobody holds a gate in front of it: unsupervised production access fails for every target in the units it is approved for.");
        (await _portal.SendAs(Role.Employee, List(new ToolFilter(Ungated: true)))).Value.Tools.Items.Single().IsUngated.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_officers_who_change_an_entry_do_not_overwrite_each_other_even_where_only_units_change()
    {
        var id = await _desk.AddAsync();

        (await _portal.SendAs(Role.GovernanceOfficer, new ChangeToolCommand(id, 0, _desk.Terms() with { Units = [_portal.Checkout.Id, _portal.Logistics.Id] }))).Error.ShouldBeNull();
        (await _portal.SendAs(Role.GovernanceOfficer, new ChangeToolCommand(id, 0, _desk.Terms() with { Name = "Mine" }))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.SendAs(Role.GovernanceOfficer, new RetireToolCommand(id, 0, "Old."))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);

        var brief = (await _portal.SendAs(Role.GovernanceOfficer, new GetToolTermsQuery(id))).Value;
        (brief.Version, brief.Units.Count, brief.Terms.Name).ShouldBe((1, 2, "Release agent"));
        var entry = await _desk.LedgerAsync("tool.changed");
        entry.ShouldContain("\"before\"");
        entry.ShouldContain(_portal.Logistics.Id.Value.ToString());
    }

    [Fact]
    public async Task An_officer_of_one_unit_keeps_the_entries_of_that_unit_and_no_others()
    {
        var officer = await _portal.AddUserAsync(Role.GovernanceOfficer, _portal.Checkout);
        var elsewhere = await _portal.AddPersonAsync("Teal Hawthorn", _portal.Logistics);
        var foreign = await _desk.AddAsync(_desk.Terms() with { Units = [_portal.Checkout.Id, _portal.Logistics.Id] });

        (await _portal.SendAs(officer, new AddToolCommand(_desk.Terms(_portal.Payments)))).Error.ShouldBeNull();
        (await _portal.SendAs(officer, new AddToolCommand(_desk.Terms(_portal.Logistics)))).Error!.Fields.Single().Field.ShouldBe("Terms.Units");
        (await _portal.SendAs(officer, new AddToolCommand(_desk.Terms() with { Owner = elsewhere.Id }))).Error!.Fields.Single().Field.ShouldBe("Terms.Owner");
        (await _portal.SendAs(officer, new GetToolTermsQuery(foreign))).Error.ShouldBe(AiToolErrors.OutOfReach);
        (await _portal.SendAs(officer, new ChangeToolCommand(foreign, 0, _desk.Terms()))).Error.ShouldBe(AiToolErrors.OutOfReach);
        (await _portal.SendAs(officer, new GetToolRetirementQuery(foreign))).Error.ShouldBe(AiToolErrors.OutOfReach);
        (await _portal.SendAs(officer, new RetireToolCommand(foreign, 0, "Old."))).Error.ShouldBe(AiToolErrors.OutOfReach);
        (await _portal.SendAs(officer, new StateNoAgentsCommand(_portal.Logistics.Id, "Looked."))).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(officer, new GetToolQuery(foreign))).Value.MayChange.ShouldBeFalse();
        (await _portal.SendAs(officer, new FindToolPeopleQuery("teal"))).Value.ShouldBeEmpty();
        (await _portal.SendAs(officer, new FindToolPeopleQuery("lovelace"))).Value.Single().Id.ShouldBe(_desk.Owner.Id.Value);
        (await _portal.SendAs(officer, new FindToolUnitsQuery(""))).Value.Select(u => u.Id).ShouldBe([_portal.Checkout.Id.Value, _portal.Payments.Id.Value]);
    }

    [Fact]
    public async Task A_retired_entry_stays_readable_and_can_no_longer_be_changed()
    {
        var id = await _desk.AddAsync();

        (await _portal.SendAs(Role.GovernanceOfficer, new RetireToolCommand(id, 0, " "))).Error!.Fields.Single().Field.ShouldBe("Reason");
        (await _portal.SendAs(Role.GovernanceOfficer, new RetireToolCommand(id, 0, "Replaced."))).Error.ShouldBeNull();

        (await _portal.SendAs(Role.GovernanceOfficer, new ChangeToolCommand(id, 1, _desk.Terms()))).Error.ShouldBe(AiToolErrors.Retired);
        (await _portal.SendAs(Role.GovernanceOfficer, new GetToolTermsQuery(id))).Error.ShouldBe(AiToolErrors.Retired);
        ToolFinding.Of((await _portal.SendAs(Role.Employee, new GetToolQuery(id))).Value).ShouldEndWith("Replaced.");
        (await _portal.SendAs(Role.Employee, List())).Value.Tools.Total.ShouldBe(0);
        (await _portal.SendAs(Role.Employee, List(new ToolFilter(State: ToolState.Retired)))).Value.Tools.Items.Single().RetiredOn.ShouldBe(_desk.Today);
        (await _desk.LedgerAsync("tool.retired")).ShouldContain("Replaced.");
    }

    [Fact]
    public async Task Owner_and_deputy_accept_and_a_new_owner_has_not()
    {
        var id = await _desk.AddAsync();
        var owner = await _portal.AddUserAsync(Role.Employee, _portal.Checkout, _desk.Owner.Id);
        var other = await _portal.AddUserAsync(Role.Employee, _portal.Checkout, (await _portal.AddPersonAsync("Teal Hawthorn")).Id);

        (await _portal.SendAs(Role.Auditor, new AcceptToolCommand(id, 0))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Employee, new AcceptToolCommand(id, 0))).Error.ShouldBe(AccessErrors.NoPerson);
        (await _portal.SendAs(other, new AcceptToolCommand(id, 0))).Error.ShouldBe(AiToolErrors.NotNamed);
        (await _portal.SendAs(owner, new AcceptToolCommand(id, 7))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.SendAs(owner, new GetToolQuery(id))).Value.MayAccept.ShouldBeTrue();
        (await _portal.SendAs(owner, new AcceptToolCommand(id, 0))).Error.ShouldBeNull();
        (await _portal.SendAs(owner, new GetToolQuery(id))).Value.AnswersAlready.ShouldBeTrue();

        await _portal.SendAs(Role.GovernanceOfficer, new ChangeToolCommand(id, 1, _desk.Terms() with { Owner = _desk.Holder.Id, Deputy = _desk.Owner.Id }));
        (await _desk.LoadAsync(id)).OwnerAcceptedAt.ShouldBeNull();
    }

    [Fact]
    public async Task That_there_is_none_is_stated_once_a_day_and_not_where_the_register_says_otherwise()
    {
        await _desk.AddAsync(_desk.Terms(_portal.Payments));

        (await _portal.SendAs(Role.GovernanceOfficer, new StateNoAgentsCommand(_portal.Checkout.Id, "Looked."))).Error!.Code.ShouldBe("tool.production-access");
        (await _portal.SendAs(Role.GovernanceOfficer, new StateNoAgentsCommand(_portal.Logistics.Id, ""))).Error!.Fields.Single().Field.ShouldBe("Note");
        (await _portal.SendAs(Role.GovernanceOfficer, new StateNoAgentsCommand(_portal.Logistics.Id, "Looked."))).Error.ShouldBeNull();
        (await _portal.SendAs(Role.GovernanceOfficer, new StateNoAgentsCommand(_portal.Logistics.Id, "Looked."))).Error.ShouldBe(CommonErrors.AlreadyThere);

        var here = (await _portal.SendAs(Role.Employee, List(new ToolFilter(UnitId: _portal.Logistics.Id)))).Value;
        (here.Tools.Total, here.NoneStatedOn, here.UnitName).ShouldBe((0, _desk.Today, "Logistics"));
        (await _portal.SendAs(Role.Employee, List(new ToolFilter("nothing like it", UnitId: _portal.Checkout.Id)))).Value.Approved.ShouldBe(1);
    }

    private static ListToolsQuery List(ToolFilter? filter = null) => new(filter ?? new ToolFilter(), ToolOrder.Name, Descending: false, new Paging(1, 25));
}
