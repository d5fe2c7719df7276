using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Access.AssignRole;
using GovernancePortal.Web.Features.Access.LinkPerson;
using GovernancePortal.Web.Features.Access.RemoveUser;
using GovernancePortal.Web.Features.Ledger.GetLedgerState;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Access;

public sealed class LinkPersonTests : IAsyncLifetime
{
    private Guid _administrator;
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _administrator = await _portal.AddUserAsync(Role.Administrator);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_account_is_linked_to_a_person_and_unlinked_again()
    {
        var person = await _portal.AddPersonAsync("Ada Lovelace");
        var account = await _portal.AddUserAsync(Role.Executive);

        (await _portal.SendAs(_administrator, new LinkPersonCommand(account, person.EmployeeNumber))).IsSuccess.ShouldBeTrue();
        (await PersonOf(account)).ShouldBe(person.Id);

        (await _portal.SendAs(_administrator, new LinkPersonCommand(account, ""))).IsSuccess.ShouldBeTrue();
        (await PersonOf(account)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_links_themselves_or_gives_themselves_a_role()
    {
        var person = await _portal.AddPersonAsync("Ada Lovelace");

        (await _portal.SendAs(_administrator, new LinkPersonCommand(_administrator, person.EmployeeNumber))).Error.ShouldBe(AccessErrors.OwnRoles);
        (await _portal.SendAs(_administrator, new AssignRoleCommand(_administrator, Role.Executive, _portal.Root.Id))).Error.ShouldBe(AccessErrors.OwnRoles);
    }

    [Fact]
    public async Task A_person_belongs_to_one_account()
    {
        var person = await _portal.AddPersonAsync("Ada Lovelace");
        await _portal.AddUserAsync(Role.Executive, person: person.Id);
        var second = await _portal.AddUserAsync(Role.Executive);

        (await _portal.SendAs(_administrator, new LinkPersonCommand(second, person.EmployeeNumber))).Error.ShouldBe(AccessErrors.PersonTaken);
    }

    [Fact]
    public async Task An_administrator_of_one_unit_reaches_neither_people_nor_accounts_of_another()
    {
        var local = await _portal.AddUserAsync(Role.Administrator, _portal.Checkout);
        var elsewhere = await _portal.AddPersonAsync("Heron Sedge", _portal.Logistics);
        var mine = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        var theirs = await _portal.AddUserAsync(Role.TeamLead, _portal.Logistics);
        var nobodys = await _portal.AddUserAsync(role: null);

        (await _portal.SendAs(local, new LinkPersonCommand(mine, elsewhere.EmployeeNumber))).Error.ShouldBe(AccessErrors.PersonUnknown);
        (await _portal.SendAs(local, new LinkPersonCommand(theirs, ""))).IsSuccess.ShouldBeFalse();
        (await _portal.SendAs(local, new LinkPersonCommand(nobodys, ""))).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public async Task A_removed_account_is_no_longer_that_person()
    {
        var person = await _portal.AddPersonAsync("Ada Lovelace");
        var account = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout, person.Id);

        (await _portal.SendAs(_administrator, new RemoveUserCommand(account))).IsSuccess.ShouldBeTrue();

        (await PersonOf(account)).ShouldBeNull();
    }

    [Fact]
    public async Task The_ledger_is_for_roles_over_the_whole_organisation()
    {
        (await _portal.SendAs(Role.Auditor, new GetLedgerStateQuery(), _portal.Checkout)).Error.ShouldBe(AccessErrors.PartOfOrganisation);
        (await _portal.SendAs(Role.Auditor, new GetLedgerStateQuery())).IsSuccess.ShouldBeTrue();
    }

    private Task<Domain.Organisation.PersonId?> PersonOf(Guid account) => _portal.InDb(db => db.Users.Where(u => u.Id == account).Select(u => u.PersonId).SingleAsync());
}
