using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.StateNoAgents;
using GovernancePortal.Web.Tests.Platform;
using GovernancePortal.Web.Tests.Tools;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>Unsupervised production access as a target of Checkout measures it from the register.</summary>
public sealed class ProductionAccessTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TargetOffice _office = null!;
    private ToolDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
        _desk = await ToolDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_empty_register_is_no_value() => (await MeasureAsync()).ShouldBe((GuardrailStatus.Unknown, null));

    [Fact]
    public async Task What_only_suggests_passes()
    {
        await _desk.AddAsync(_desk.Terms(_portal.Root) with { Autonomy = Autonomy.Suggests, ProductionAccess = false, Systems = "", Gate = "", GateHolder = null });

        (await MeasureAsync()).ShouldBe((GuardrailStatus.Pass, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_ungated_entry_above_or_below_counts_whatever_it_is_called(bool below)
    {
        await _desk.AddAsync(_desk.Terms(below ? _portal.Payments : _portal.Root) with { Kind = AiToolKind.Tool, Gate = "", GateHolder = null });
        await _desk.AddAsync(_desk.Terms(_portal.Logistics) with { Gate = "", GateHolder = null });
        await _desk.AddAsync(_desk.Terms() with { Gate = "", GateHolder = null, ApprovedFrom = _desk.Today.AddDays(1) });
        await _office.ReadAsync(GuardrailType.UnsupervisedProductionAccess, 2);

        (await MeasureAsync()).ShouldBe((GuardrailStatus.Fail, 3), "one entry and two changes");
    }

    [Fact]
    public async Task A_gate_holds_as_long_as_somebody_holds_it_and_its_changes_are_shown()
    {
        await _desk.AddAsync();
        (await MeasureAsync()).ShouldBe((GuardrailStatus.Unknown, null), "nobody knows of changes past the gate");
        await _office.ReadAsync(GuardrailType.UnsupervisedProductionAccess, 0);
        (await MeasureAsync()).ShouldBe((GuardrailStatus.Pass, 0));

        await _desk.LeaveAsync(_desk.Holder.Id);
        (await MeasureAsync()).ShouldBe((GuardrailStatus.Fail, 1));
    }

    [Fact]
    public async Task A_statement_of_none_counts_and_grows_old()
    {
        await _portal.SendAs(Role.GovernanceOfficer, new StateNoAgentsCommand(_portal.Payments.Id, "Looked."));
        (await MeasureAsync()).ShouldBe((GuardrailStatus.Unknown, null), "it speaks of a part only");

        await _portal.SendAs(Role.GovernanceOfficer, new StateNoAgentsCommand(_portal.Root.Id, "Looked."));
        (await MeasureAsync()).ShouldBe((GuardrailStatus.Pass, 0));
        _portal.Clock.Advance(TimeSpan.FromDays(15));
        (await MeasureAsync()).Status.ShouldBe(GuardrailStatus.Unknown);
    }

    [Fact]
    public async Task A_register_that_nobody_reviews_grows_old()
    {
        await _desk.AddAsync(_desk.Terms() with { Autonomy = Autonomy.Suggests, ProductionAccess = false, Gate = "", GateHolder = null, ReviewDue = _desk.Today.AddDays(1) });
        _portal.Clock.Advance(TimeSpan.FromDays(16));

        (await MeasureAsync()).Status.ShouldBe(GuardrailStatus.Unknown);
    }

    private async Task<(GuardrailStatus Status, double? Value)> MeasureAsync()
    {
        var target = await _office.LoadAsync(await _office.ProposeAsync());
        var guardrail = target.Guardrails.Single(g => g.Type == GuardrailType.UnsupervisedProductionAccess);
        return (guardrail.LastStatus, guardrail.LastValue);
    }
}
