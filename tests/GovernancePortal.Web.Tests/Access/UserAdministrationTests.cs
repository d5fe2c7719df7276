using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Access.AssignRole;
using GovernancePortal.Web.Features.Access.FindUnits;
using GovernancePortal.Web.Features.Access.GetUserAccount;
using GovernancePortal.Web.Features.Access.InviteUser;
using GovernancePortal.Web.Features.Access.ListUsers;
using GovernancePortal.Web.Features.Access.MakePasswordLink;
using GovernancePortal.Web.Features.Access.RemoveRole;
using GovernancePortal.Web.Features.Access.RemoveUser;
using GovernancePortal.Web.Features.Access.ResetCredentials;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Access;

public sealed class UserAdministrationTests : IAsyncLifetime
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
    public async Task An_invitation_opens_an_account_without_a_password_and_with_its_role()
    {
        var result = await _portal.SendAs(_administrator, Invite("Ada.Lovelace@example.org"));

        result.Value.Link.ShouldStartWith($"/account/set-password?user={result.Value.UserId}&token=");
        var user = await UserAsync(result.Value.UserId);
        (user.PasswordHash, user.NormalizedEmail, user.LockoutEnabled).ShouldBe((null, "ADA.LOVELACE@EXAMPLE.ORG", true));
        (await RolesAsync(user.Id)).ShouldBe([Role.Auditor]);
    }

    [Fact]
    public async Task The_same_e_mail_is_not_invited_twice_in_whatever_case()
    {
        await _portal.SendAs(_administrator, Invite("ada@example.org"));

        (await _portal.SendAs(_administrator, Invite("ADA@example.org"))).Error.ShouldBe(AccessErrors.EmailTaken);
    }

    [Fact]
    public async Task An_invitation_tells_every_wrong_field_at_once()
    {
        var result = await _portal.SendAs(_administrator, new InviteUserCommand("no mail", "", Role: null, _portal.Root.Id));

        result.Error!.Fields.Select(f => f.Field).ShouldBe(["Email", "DisplayName", "Role"]);
    }

    [Fact]
    public async Task A_removed_account_loses_everything_that_opens_it_and_comes_back_empty_when_invited_again()
    {
        var user = await _portal.AddAccountAsync("a@example.org");
        await _portal.WithUsersAsync(user.Id, async (users, u) => { await users.ResetAuthenticatorKeyAsync(u); return await users.AddLoginAsync(u, new UserLoginInfo("Entra", "oid", null)); });

        (await _portal.SendAs(_administrator, new RemoveUserCommand(user.Id))).ShouldBe(Result.Success);

        var removed = await UserAsync(user.Id);
        (removed.RemovedAt, removed.PasswordHash).ShouldBe((_portal.Clock.GetUtcNow(), null));
        removed.SecurityStamp.ShouldNotBe(user.SecurityStamp);
        (await RolesAsync(user.Id)).ShouldBeEmpty();
        (await _portal.InDb(async db => await db.UserTokens.CountAsync() + await db.UserLogins.CountAsync())).ShouldBe(0);
        (await _portal.SendAs(_administrator, new RemoveUserCommand(user.Id))).Error.ShouldBe(AccessErrors.UserRemoved);
        (await _portal.SendAs(_administrator, new AssignRoleCommand(user.Id, Role.Auditor, _portal.Root.Id))).Error.ShouldBe(AccessErrors.UserRemoved);

        var again = await _portal.SendAs(_administrator, Invite("a@example.org"));
        again.Value.UserId.ShouldBe(user.Id);
        (await UserAsync(user.Id)).RemovedAt.ShouldBeNull();
        (await RolesAsync(user.Id)).ShouldBe([Role.Auditor]);
    }

    [Fact]
    public async Task Nobody_removes_the_own_account()
    {
        await _portal.AddUserAsync(Role.Administrator);

        (await _portal.SendAs(_administrator, new RemoveUserCommand(_administrator))).Error.ShouldBe(AccessErrors.OwnAccount);
    }

    [Fact]
    public async Task The_last_administrator_of_the_organisation_stays()
    {
        var unitAdministrator = await _portal.AddUserAsync(Role.Administrator, _portal.Checkout);
        (await RemoveRoleAsync(_administrator, _administrator)).Error.ShouldBe(AccessErrors.LastAdministrator);
        (await RemoveRoleAsync(_administrator, unitAdministrator)).ShouldBe(Result.Success);

        var second = await _portal.AddUserAsync(Role.Administrator);
        (await RemoveRoleAsync(_administrator, _administrator)).ShouldBe(Result.Success);
        (await RemoveRoleAsync(second, second)).Error.ShouldBe(AccessErrors.LastAdministrator);
    }

    [Fact]
    public async Task A_removed_administrator_does_not_count_as_another_one()
    {
        var second = await _portal.AddUserAsync(Role.Administrator);
        await _portal.InDb(async db => { (await db.Users.SingleAsync(u => u.Id == second)).Remove(_portal.Clock.GetUtcNow()); return await db.SaveChangesAsync(); });

        (await RemoveRoleAsync(_administrator, _administrator)).Error.ShouldBe(AccessErrors.LastAdministrator);
    }

    [Fact]
    public async Task Two_administrators_who_take_each_others_role_at_once_do_not_both_succeed()
    {
        var second = await _portal.AddUserAsync(Role.Administrator);

        var both = await Task.WhenAll(RemoveRoleAsync(_administrator, second), RemoveRoleAsync(second, _administrator));

        both.Count(r => r.IsSuccess).ShouldBe(1);
        (await _portal.InDb(db => db.RoleAssignments.CountAsync(a => a.Role == Role.Administrator))).ShouldBe(1);
    }

    [Fact]
    public async Task A_role_is_assigned_once_within_the_own_scope()
    {
        var user = await _portal.AddUserAsync(Role.Employee, _portal.Checkout);
        var unitAdministrator = await _portal.AddUserAsync(Role.Administrator, _portal.Checkout);
        var lead = new AssignRoleCommand(user, Role.TeamLead, _portal.Payments.Id);

        (await _portal.SendAs(unitAdministrator, lead)).ShouldBe(Result.Success);
        (await _portal.SendAs(unitAdministrator, lead)).Error.ShouldBe(AccessErrors.RoleAlreadyHeld);
        (await _portal.SendAs(unitAdministrator, lead with { UnitId = _portal.Logistics.Id })).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(Role.GovernanceOfficer, lead)).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task An_administrator_of_a_unit_cannot_take_over_an_account_from_above()
    {
        var unitAdministrator = await _portal.AddUserAsync(Role.Administrator, _portal.Checkout);
        var above = await _portal.AddUserAsync(Role.Executive);
        await _portal.InDb(async db => { db.RoleAssignments.Add(new RoleAssignment(above, Role.TeamLead, _portal.Payments.Id, _portal.Clock.GetUtcNow())); return await db.SaveChangesAsync(); });

        (await _portal.SendAs(unitAdministrator, new MakePasswordLinkCommand(above))).Error.ShouldBe(AccessErrors.UserOutOfScope);
        (await _portal.SendAs(unitAdministrator, new ResetCredentialsCommand(above))).Error.ShouldBe(AccessErrors.UserOutOfScope);
        (await _portal.SendAs(unitAdministrator, new RemoveUserCommand(above))).Error.ShouldBe(AccessErrors.UserOutOfScope);
        (await RemoveRoleAsync(unitAdministrator, above, Role.Executive)).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(unitAdministrator, new MakePasswordLinkCommand(_administrator))).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(unitAdministrator, new GetUserAccountQuery(above))).Value.MayChange.ShouldBeFalse();
        (await _portal.SendAs(unitAdministrator, new GetUserAccountQuery(_administrator))).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task A_reset_forgets_second_step_and_ends_sessions_but_keeps_the_password()
    {
        var user = await _portal.AddAccountAsync("a@example.org");
        await _portal.WithUsersAsync(user.Id, async (users, u) => { await users.ResetAuthenticatorKeyAsync(u); return await users.SetTwoFactorEnabledAsync(u, enabled: true); });

        (await _portal.SendAs(_administrator, new ResetCredentialsCommand(user.Id))).ShouldBe(Result.Success);

        var reset = await UserAsync(user.Id);
        (reset.TwoFactorEnabled, reset.PasswordHash).ShouldBe((false, user.PasswordHash));
        reset.SecurityStamp.ShouldNotBe(user.SecurityStamp);
        (await _portal.InDb(db => db.UserTokens.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Only_administrators_look_after_users()
    {
        var user = await _portal.AddUserAsync(Role.Employee);

        (await _portal.SendAs(Role.Executive, Invite("x@example.org"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.HumanResources, new RemoveUserCommand(user))).Error.ShouldBe(AccessErrors.NoRole);
        (await RemoveRoleAsync(await _portal.AddUserAsync(Role.Auditor), user)).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.TeamLead, new ResetCredentialsCommand(user))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.TeamLead, new MakePasswordLinkCommand(user))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Auditor, new GetUserAccountQuery(user))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Auditor, List())).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Reviewer, new FindUnitsQuery("Checkout"))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_paged_in_the_scope()
    {
        await _portal.SendAs(_administrator, Invite("ada@example.org", "Ada 100%"));
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Payments);
        var unitAdministrator = await _portal.AddUserAsync(Role.Administrator, _portal.Checkout);

        (await _portal.SendAs(_administrator, List())).Value.Total.ShouldBe(4);
        (await _portal.SendAs(_administrator, List("ADA@"))).Value.Items.Single().DisplayName.ShouldBe("Ada 100%");
        (await _portal.SendAs(_administrator, List("0%"))).Value.Total.ShouldBe(1);
        (await _portal.SendAs(_administrator, List("%a%"))).Value.Total.ShouldBe(0);
        (await _portal.SendAs(_administrator, List(role: Role.TeamLead))).Value.Items.Single().Id.ShouldBe(lead);
        (await _portal.SendAs(_administrator, List(state: AccountState.Removed))).Value.Total.ShouldBe(0);
        (await _portal.SendAs(unitAdministrator, List())).Value.Items.Select(u => u.Id).ShouldBe([lead, unitAdministrator], ignoreOrder: true);

        var second = await _portal.SendAs(_administrator, new ListUsersQuery(null, null, AccountState.Open, new Paging(2, 3)));
        (second.Value.Items.Count, second.Value.Total).ShouldBe((1, 4));
    }

    [Fact]
    public async Task Units_are_found_by_a_part_of_their_path_within_the_scope()
    {
        (await _portal.SendAs(_administrator, new FindUnitsQuery(null))).Value[0].Id.ShouldBe(_portal.Root.Id);
        (await _portal.SendAs(_administrator, new FindUnitsQuery("pay"))).Value.Single().Id.ShouldBe(_portal.Payments.Id);
        (await _portal.SendAs(Role.Administrator, new FindUnitsQuery("Logistics"), _portal.Checkout)).Value.ShouldBeEmpty();
    }

    private static ListUsersQuery List(string? search = null, Role? role = null, AccountState state = AccountState.Open) => new(search, role, state, new Paging(1, 25));

    private InviteUserCommand Invite(string email, string name = "Ada") => new(email, name, Role.Auditor, _portal.Root.Id);

    private Task<PortalUser> UserAsync(Guid id) => _portal.InDb(db => db.Users.SingleAsync(u => u.Id == id));

    private Task<List<Role>> RolesAsync(Guid id) => _portal.InDb(db => db.RoleAssignments.Where(a => a.UserId == id).Select(a => a.Role).ToListAsync());

    private async Task<Result> RemoveRoleAsync(Guid by, Guid holder, Role? role = null)
    {
        var id = await _portal.InDb(db => db.RoleAssignments.Where(a => a.UserId == holder && (role == null || a.Role == role)).Select(a => a.Id).FirstAsync());
        return await _portal.SendAs(by, new RemoveRoleCommand(id));
    }
}
