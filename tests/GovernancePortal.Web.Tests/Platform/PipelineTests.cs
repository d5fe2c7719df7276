using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Overview.GetFrame;

namespace GovernancePortal.Web.Tests.Platform;

public sealed class PipelineTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Nobody_is_answered_without_signing_in()
    {
        var result = await _portal.SendSignedOut(new GetFrameQuery());

        result.Error.ShouldBe(AccessErrors.SignedOut);
    }

    [Fact]
    public async Task A_user_without_a_role_is_refused()
    {
        var result = await _portal.SendAs(await _portal.AddUserAsync(role: null), new GetFrameQuery());

        result.Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task A_removed_role_stops_working_with_the_next_request()
    {
        var user = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        (await _portal.SendAs(user, new GetFrameQuery())).IsSuccess.ShouldBeTrue();

        await _portal.InDb(async db =>
        {
            db.RoleAssignments.RemoveRange(db.RoleAssignments.Where(a => a.UserId == user));
            return await db.SaveChangesAsync();
        });

        (await _portal.SendAs(user, new GetFrameQuery())).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task The_frame_names_the_scope()
    {
        var lead = await _portal.SendAs(Role.TeamLead, new GetFrameQuery(), _portal.Checkout);
        var executive = await _portal.SendAs(Role.Executive, new GetFrameQuery());

        lead.Value.Scope.ShouldBe("Checkout");
        executive.Value.Scope.ShouldBe("whole organisation");
    }
}
