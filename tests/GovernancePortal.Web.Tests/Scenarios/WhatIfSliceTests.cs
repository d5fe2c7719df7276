using System.Text.Json;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.GetScenarioRun;
using GovernancePortal.Web.Features.Scenarios.GetSideBySide;
using GovernancePortal.Web.Features.Scenarios.GetWhatIf;
using GovernancePortal.Web.Features.Scenarios.KeepWhatIf;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>Other figures are tried, kept with a reason, and scenarios are put side by side; who may.</summary>
public sealed class WhatIfSliceTests : IAsyncLifetime
{
    private static readonly WhatIfSettings Moved = WhatIfSettings.None.With(Parameter.FlexBackShare, 0.75) with { Own = new(10, 20, 30) };

    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

    private TestPortal _portal = null!;
    private ScenarioDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await ScenarioDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.HumanResources)]
    public async Task Readers_try_other_figures_with_the_exact_positions_and_get_none_of_them(Role role)
    {
        var id = await _desk.CreateAsync();

        var start = (await _portal.SendAs(role, new GetWhatIfQuery(id))).Value;

        start.Model.Evaluate(WhatIfSettings.None).Policies.Select(p => p.Npv).ShouldBe(ScenarioModel.Evaluate(ScenarioDesk.Input).Policies.Select(p => p.Npv));
        start.Scenario.MayEdit.ShouldBe(role == Role.HumanResources);
        JsonSerializer.Serialize(start, WithFields).ShouldNotContain("131313");
    }

    [Theory]
    [InlineData(Role.Employee)]
    [InlineData(Role.TeamLead)]
    [InlineData(Role.GovernanceOfficer)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.KnowledgeSteward)]
    [InlineData(Role.Administrator)]
    public async Task Others_are_refused(Role role)
    {
        var id = await _desk.RunAsync();

        (await _portal.SendAs(role, new GetWhatIfQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetSideBySideQuery(id, null, id, null))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new KeepWhatIfCommand(id, 0, Moved, "Because"))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task A_link_is_worth_nothing_outside_the_own_units()
    {
        var (here, version) = (await _desk.RunAsync(unit: _portal.Payments), 1);

        foreach (var role in new[] { Role.Executive, Role.Auditor, Role.HumanResources })
        {
            (await _portal.SendAs(role, new GetWhatIfQuery(here), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
            (await _portal.SendAs(role, new GetSideBySideQuery(here, null, null, null), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
            (await _portal.SendAs(role, new GetSideBySideQuery(null, null, here, 1), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
            (await _portal.SendAs(role, new GetSideBySideQuery(null, null, null, null), _portal.Logistics)).Value.Choices.ShouldBeEmpty();
            (await _portal.SendAs(role, new GetWhatIfQuery(here), _portal.Checkout)).IsSuccess.ShouldBeTrue();
        }

        (await _portal.SendAs(Role.HumanResources, new KeepWhatIfCommand(here, version, Moved, "Because"), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.SendAs(Role.Executive, new KeepWhatIfCommand(here, version, Moved, "Because"))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Auditor)]
    public async Task Where_a_handful_is_displaced_readers_try_nothing(Role role)
    {
        var id = await _desk.RunAsync(ScenarioDesk.Input with { Staff = [ScenarioDesk.Input.Staff[0], ScenarioDesk.Input.Staff[3]] });

        (await _portal.SendAs(role, new GetWhatIfQuery(id))).Error.ShouldBe(ScenarioErrors.FewPeople);
        (await _portal.SendAs(role, new GetSideBySideQuery(id, null, null, null))).Error.ShouldBe(ScenarioErrors.FewPeople);
        (await _portal.SendAs(_desk.User, new GetWhatIfQuery(id))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_tried_is_kept_as_a_run_with_its_reason_and_earlier_runs_stay()
    {
        var id = await _desk.RunAsync();
        var version = (await _portal.SendAs(_desk.User, new GetWhatIfQuery(id))).Value.Scenario.Version;

        var kept = await _portal.SendAs(_desk.User, new KeepWhatIfCommand(id, version, Moved, " Pilot of March ", "A fifth moves", Draws: 40));

        kept.Value.ShouldBe(2);
        var run = (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(id))).Value.Run!;
        run.Input.Parameters[Parameter.FlexBackShare].ShouldBe(new Distribution.Fixed(0.75));
        run.Reasons["flexBackShare"].ShouldBe("Pilot of March");
        run.Input.Policies[^1].ShouldBe(new("A fifth moves", 0.1, 0.2, 0.3));
        run.Report.MonteCarlo.Policies.Count.ShouldBe(5);
        (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(id, 1))).Value.Run!.Report.MonteCarlo.Policies.Count.ShouldBe(4);

        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "scenario.what-if"));
        var payload = JsonDocument.Parse(entry.Payload).RootElement;
        payload.GetProperty("reason").GetString().ShouldBe("Pilot of March");
        payload.GetProperty("parameters").GetProperty("flexBackShare").GetProperty("before").GetString().ShouldBe("0 to 1, most likely 0.5");
        payload.GetProperty("parameters").GetProperty("flexBackShare").GetProperty("after").GetString().ShouldBe("0.75");
        entry.Payload.ShouldNotContain("90000");
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_at_its_place_and_nothing_is_written()
    {
        var id = await _desk.RunAsync();
        var version = (await _portal.SendAs(_desk.User, new GetWhatIfQuery(id))).Value.Scenario.Version;

        await Refused(new(id, version, Moved, " "), "Reason");
        await Refused(new(id, version, Moved, new string('x', Scenario.ReasonMaxLength + 1)), "Reason");
        await Refused(new(id, version, WhatIfSettings.None, "Because"), "Settings");
        await Refused(new(id, version, Moved, "Because", " "), "OwnName");
        await Refused(new(id, version, Moved, "Because", "Cut"), "OwnName");
        await Refused(new(id, version, Moved, "Because", Draws: 0), "Draws");
        await Refused(new(id, version, WhatIfSettings.None.With(Parameter.FlexBackShare, 1.5), "Because"), "params.flexBackShare");
        await Refused(new(id, version, WhatIfSettings.None.With(Parameter.NoticeMonths, 1.5), "Because"), "params.noticeMonths");
        await Refused(new(id, version, new(WhatIfSettings.None.Values, new(80, 80, 0)), "Because"), "policies[4]");
        (await _portal.SendAs(_desk.User, new KeepWhatIfCommand(id, version - 1, Moved, "Because"))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);

        (await _portal.InDb(db => db.ScenarioRuns.CountAsync())).ShouldBe(1);
        (await _portal.InDb(db => db.LedgerEntries.CountAsync(e => e.Kind == "scenario.what-if"))).ShouldBe(0);

        async Task Refused(KeepWhatIfCommand command, string field) => (await _portal.SendAs(_desk.User, command)).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.HumanResources)]
    public async Task Two_scenarios_or_two_runs_stand_side_by_side(Role role)
    {
        var (one, other, unrun) = (await _desk.RunAsync(name: "One"), await _desk.RunAsync(name: "Other"), await _desk.CreateAsync(name: "Not run"));

        var both = (await _portal.SendAs(role, new GetSideBySideQuery(one, 1, other, null))).Value;

        (both.Left!.Scenario.Name, both.Right!.Scenario.Name, both.Left.Run.Number).ShouldBe(("One", "Other", 1));
        both.Choices.Select(c => c.Name).ShouldBe(["Other", "One"]);
        (await _portal.SendAs(role, new GetSideBySideQuery(one, 7, other, null))).Error.ShouldBe(ScenarioErrors.NoSuchRun);
        (await _portal.SendAs(role, new GetSideBySideQuery(unrun, null, other, null))).Error.ShouldBe(ScenarioErrors.NoSuchRun);
        (await _portal.SendAs(role, new GetSideBySideQuery(null, null, null, null))).Value.Left.ShouldBeNull();
    }
}
