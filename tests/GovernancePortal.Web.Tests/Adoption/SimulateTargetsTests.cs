using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.SimulateTargets;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class SimulateTargetsTests : IAsyncLifetime
{
    private static readonly SimulationInput Input = new()
    {
        Target = new SimulationTarget
        {
            Metric = "m",
            Scope = "u",
            BaselineValue = 0.1,
            TargetValue = 0.8,
            StartDate = "2027-01-01",
            DueDate = "2027-06-01",
            Owner = "o",
            OutcomeMetric = "x",
            OutcomeBaseline = 1,
        },
        Guardrails = [new SimulationGuardrail { Id = "g1", Type = "KbFreshness", Direction = "min", Enter = 0.8, Exit = 0.9, ClearAfter = 1 }],
        RequiredTypes = ["KbFreshness"],
        Steps =
        [
            new SimulationStep { Date = "2027-01-01", Events = [new SimulationEvent("propose", "a"), new SimulationEvent("approve", "b")] },
            new SimulationStep { Date = "2027-01-02", Observations = new Dictionary<string, GuardrailObservation?>(StringComparer.Ordinal) { ["g1"] = new(0.95) } },
        ],
    };

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_policy_is_tried_on_past_data_and_nothing_is_written()
    {
        var result = await _portal.SendAs(Role.Auditor, new SimulateTargetsQuery(Input));

        result.Error.ShouldBeNull();
        result.Value.FinalState.ShouldBe("Active");
        (await _portal.InDb(db => db.AdoptionTargets.CountAsync())).ShouldBe(0);
        (await _portal.InDb(db => db.LedgerEntries.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Employee)]
    public async Task Whoever_sees_no_targets_tries_none(Role role) =>
        (await _portal.SendAs(role, new SimulateTargetsQuery(Input))).Error.ShouldBe(AccessErrors.NoRole);

    [Fact]
    public async Task Input_that_cannot_be_read_is_refused_at_its_places()
    {
        var missing = await _portal.SendAs(Role.Executive, new SimulateTargetsQuery(Input with { Guardrails = null }));
        var unread = await _portal.SendAs(Role.Executive, new SimulateTargetsQuery(Input with { Steps = [new SimulationStep { Date = "soon" }] }));

        missing.Error!.Kind.ShouldBe(ErrorKind.Invalid);
        missing.Error.Fields.Select(f => f.Field).ShouldBe(["guardrails"]);
        unread.Error!.Kind.ShouldBe(ErrorKind.Invalid);
        unread.Error.Fields.Select(f => f.Field).ShouldBe(["steps[0].date"]);
    }
}
