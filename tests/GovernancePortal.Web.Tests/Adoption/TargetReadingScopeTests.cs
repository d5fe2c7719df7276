using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.AcceptTarget;
using GovernancePortal.Web.Features.Adoption.AcknowledgePause;
using GovernancePortal.Web.Features.Adoption.ApproveTarget;
using GovernancePortal.Web.Features.Adoption.PauseTarget;
using GovernancePortal.Web.Features.Adoption.ProposeTarget;
using GovernancePortal.Web.Features.Adoption.RejectTarget;
using GovernancePortal.Web.Features.Adoption.RetireTarget;
using GovernancePortal.Web.Tests.Platform;
using MediatR;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>What the decision pages read is as closed to other units as the decisions themselves.</summary>
public sealed class TargetReadingScopeTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private AdoptionTargetId _target;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _target = await (await TargetOffice.OpenAsync(_portal)).ProposeAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_target_of_another_unit_is_read_by_no_decision_page()
    {
        await RefusedAsync(new GetApprovalQuery(_target));
        await RefusedAsync(new GetRejectionQuery(_target));
        await RefusedAsync(new GetPauseQuery(_target));
        await RefusedAsync(new GetLiveTargetQuery(_target));
        await RefusedAsync(new GetRetirementQuery(_target));
        await RefusedAsync(new GetAcceptanceQuery(_target));
        await RefusedAsync(new GetProposalQuery(_target));
    }

    [Fact]
    public async Task An_owner_is_looked_for_within_the_own_units()
    {
        var found = await _portal.SendAs(Role.TeamLead, new FindOwnersQuery("Robin"), _portal.Logistics);

        found.Value.ShouldBeEmpty();
        (await _portal.SendAs(Role.Employee, new FindOwnersQuery("Robin"))).Error.ShouldBe(AccessErrors.NoRole);
    }

    private async Task RefusedAsync<T>(IRequest<Result<T>> query) =>
        (await _portal.SendAs(Role.Executive, query, _portal.Logistics)).IsSuccess.ShouldBeFalse(query.GetType().Name);
}
