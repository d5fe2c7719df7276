using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.EditScenario;
using GovernancePortal.Web.Features.Scenarios.ListRuns;
using GovernancePortal.Web.Features.Scenarios.ListScenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Features.Scenarios.RunScenario;
using GovernancePortal.Web.Features.Scenarios.SetParameters;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Policy = GovernancePortal.Domain.Scenarios.Policy;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>Scenarios are changed, listed and looked back at.</summary>
public sealed class EditScenarioTests : IAsyncLifetime
{
    private static readonly Dictionary<Level, double> NoShares = [];

    private TestPortal _portal = null!;
    private ScenarioDesk _desk = null!;
    private ScenarioId _id;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await ScenarioDesk.OpenAsync(_portal);
        _id = await _desk.RunAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_change_is_told_in_the_ledger_and_the_next_run_says_what_it_was()
    {
        var question = (await _portal.SendAs(_desk.User, new GetScenarioQuestionQuery(_id))).Value;
        (question.Frame, question.Policies.Count, question.Levels.Sum(l => l.Displaced)).ShouldBe((new ScenarioFrame(12, 9_000_000, "GBP"), 4, 8));

        var policies = question.Policies.Append(new Policy("Half", 0.5, 0.5, 0)).ToList();
        var revised = await _portal.SendAs(_desk.User, new ReviseScenarioCommand(_id, question.Scenario.Version, "Renamed", question.Frame with { HorizonMonths = 24 }, policies, new Dictionary<Level, double> { [Level.Mid] = 0.5 }));

        revised.Error.ShouldBeNull();
        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "scenario.revised"));
        entry.Payload.ShouldContain("Horizon: 24 months, was 12.");
        entry.Payload.ShouldContain("Positions: 50 of which 27 displaced, was 50 and 8.");
        entry.Payload.ShouldNotContain("131313");
        (await _portal.SendAs(_desk.User, new RunScenarioCommand(_id, Draws: 50))).Value.ShouldBe(2);
        var runs = (await _portal.SendAs(Role.Auditor, new ListScenarioRunsQuery(_id, new Paging(1, 1)))).Value;
        (runs.Total, runs.Pages).ShouldBe((2, 2));
        (await _portal.SendAs(Role.Auditor, new GetScenarioTitleQuery(_id))).Value.Name.ShouldBe("Renamed");
        runs.Items[0].Changes.ShouldContain("Horizon: 24 months, was 12.");
        runs.Items[0].Changes.ShouldContain(c => c.StartsWith("Policy Half added", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shares_that_do_not_add_up_are_told_at_their_policy()
    {
        Policy[] policies = [new("A", 0.7, 0.7, 0), new("B", 0, 1, 0) { SplitVetting = 0.9 }, new("B", 0, 0, 0)];

        var error = (await Revise(1, policies)).Error!;

        error.Fields.Select(f => f.Field).ShouldBe(["policies[0]", "policies[1]", "policies[2].name"]);
        (await Revise(1, [])).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("policies");
        (await _portal.SendAs(_desk.User, new ReviseScenarioCommand(_id, 1, "Name", new ScenarioFrame(12, 1, "GBP"), Policy.Defaults, new Dictionary<Level, double> { [Level.Mid] = 2 }))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Displaced");
    }

    [Fact]
    public async Task Two_who_change_the_same_version_are_told_apart()
    {
        (await Revise(1, Policy.Defaults)).Error.ShouldBeNull("what changes nothing is no change");
        (await Revise(1, [.. Policy.Defaults.Take(2)])).Error.ShouldBeNull();

        (await Revise(1, Policy.Defaults)).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.SendAs(_desk.User, new SetParameterCommand(_id, 1, "loadFactor", new Distribution.Fixed(1.2), "Why"))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
        (await _portal.SendAs(_desk.User, new ArchiveScenarioCommand(_id, 1, Archived: true, "Why"))).Error.ShouldBe(CommonErrors.ChangedMeanwhile);
    }

    [Fact]
    public async Task Put_aside_it_rests_and_is_listed_apart()
    {
        (await _portal.SendAs(_desk.User, new ArchiveScenarioCommand(_id, 1, Archived: true, " "))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await _portal.SendAs(_desk.User, new ArchiveScenarioCommand(_id, 1, Archived: true, "Decided."))).Error.ShouldBeNull();

        (await _portal.SendAs(_desk.User, new RunScenarioCommand(_id))).Error.ShouldBe(ScenarioErrors.Archived);
        (await Revise(2, Policy.Defaults)).Error.ShouldBe(ScenarioErrors.Archived);
        (await List(Role.Executive, new ScenariosAddress(null, null, null, null, 1))).Scenarios.Total.ShouldBe(0);
        (await List(Role.Executive, new ScenariosAddress(null, "archived", null, null, 1))).Scenarios.Items.ShouldHaveSingleItem().State.ShouldBe(ScenarioState.Archived);
        (await _portal.SendAs(_desk.User, new ArchiveScenarioCommand(_id, 2, Archived: false, "Asked again."))).Error.ShouldBeNull();
        (await _portal.SendAs(_desk.User, new RunScenarioCommand(_id, Draws: 20))).Error.ShouldBeNull();
        (await _portal.InDb(db => db.LedgerEntries.Where(e => e.Subject == $"scenario:{_id}").OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync())).ShouldBe(["scenario.created", "scenario.run", "scenario.archived", "scenario.resumed", "scenario.run"]);
    }

    [Fact]
    public async Task A_parameter_is_set_with_a_reason_and_the_ledger_has_both_values()
    {
        var sheet = (await _portal.SendAs(Role.Executive, new GetParametersQuery(_id))).Value;
        (sheet.Rows.Count, sheet.Rows.Count(r => r.Own is not null), sheet.Scenario.MayEdit).ShouldBe((70, 0, false));

        (await Set("loadFactor", new Distribution.Fixed(1.3), "Finance says so.")).Error.ShouldBeNull();

        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "scenario.parameter"));
        entry.Payload.ShouldBe("""{"after":"1.3","before":"1.42","isDefault":false,"parameter":"loadFactor","reason":"Finance says so."}""");
        entry.ActorId.ShouldBe($"user:{_desk.User}");
        var row = (await _portal.SendAs(Role.Executive, new GetParametersQuery(_id))).Value.Rows.Single(r => r.Own is not null);
        (row.Definition.Key, row.Reason, row.Default.Mean).ShouldBe(("loadFactor", "Finance says so.", 1.42));
        (await _portal.SendAs(_desk.User, new SetParameterCommand(_id, 2, "loadFactor", null, "It was a guess."))).Error.ShouldBeNull();
        (await _portal.SendAs(Role.Executive, new GetParametersQuery(_id))).Value.Rows.ShouldAllBe(r => r.Own == null);
    }

    [Theory]
    [InlineData("loadFactor", "", "reasons.loadFactor")]
    [InlineData("luck", "Why", "Key")]
    [InlineData("adoptionRampMonths", "Why", "params.adoptionRampMonths")]
    public async Task A_parameter_that_cannot_be_is_refused_at_its_place(string key, string reason, string field) =>
        (await Set(key, new Distribution.Fixed(99), reason)).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public async Task Months_that_have_to_be_whole_are_refused_as_a_range() =>
        (await Set("noticeMonths", new Distribution.Uniform(1, 3), "Why")).Error!.Fields.ShouldHaveSingleItem().Message.ShouldBe("Enter one whole number of months.");

    [Fact]
    public async Task The_list_searches_sorts_pages_and_counts_verdicts()
    {
        for (var i = 0; i < 5; i++) await _desk.CreateAsync(name: $"Scenario {i}", unit: i % 2 == 0 ? _portal.Payments : _portal.Logistics);

        var all = await List(Role.HumanResources, new ScenariosAddress(null, null, null, "name", 1));
        (all.All, all.Scenarios.Total, all.MayEdit).ShouldBe((6, 6, true));
        all.Scenarios.Items.Select(s => s.Name).ShouldBe(["Payments platform", "Scenario 0", "Scenario 1", "Scenario 2", "Scenario 3", "Scenario 4"]);
        all.Verdicts[""].ShouldBe(5);
        all.Scenarios.Items[0].ShouldSatisfyAllConditions(s => s.Verdict.ShouldNotBeNull(), s => s.Displaced.ShouldBe(8), s => s.RanByName!.ShouldNotBeEmpty());
        (await List(Role.HumanResources, new ScenariosAddress("logistics", null, null, null, 1))).Scenarios.Items.Count.ShouldBe(2);
        (await List(Role.HumanResources, new ScenariosAddress("100%_", null, null, null, 1))).Scenarios.Total.ShouldBe(0);
        (await List(Role.HumanResources, new ScenariosAddress(null, null, all.Scenarios.Items[0].Verdict, null, 1))).Scenarios.Items.ShouldHaveSingleItem();
        var second = (await _portal.SendAs(Role.Auditor, new ListScenariosQuery(null, null, null, ScenarioOrder.Unit, Descending: true, new Paging(2, 4)))).Value;
        (second.Scenarios.Items.Count, second.Scenarios.FirstRow, second.MayEdit).ShouldBe((2, 5, false));
        (await _portal.SendAs(Role.Auditor, new ListScenariosQuery(new string('x', 500), null, null, ScenarioOrder.Name, false, new Paging(1, 5)))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Search");
        foreach (var order in Enum.GetValues<ScenarioOrder>())
            foreach (var descending in new[] { true, false })
                (await _portal.SendAs(Role.Auditor, new ListScenariosQuery(null, null, null, order, descending, new Paging(1, 5)))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Lists_hold_the_own_units_only()
    {
        await _desk.CreateAsync(unit: _portal.Logistics, name: "Elsewhere");

        (await _portal.SendAs(Role.Executive, new ScenariosAddress(null, null, null, null, 1).Query, _portal.Checkout)).Value.Scenarios.Items.ShouldHaveSingleItem().Id.ShouldBe(_id);
        (await _portal.SendAs(Role.Executive, new ListScenarioRunsQuery(_id, new Paging(1, 5)), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.SendAs(Role.Executive, new GetScenarioTitleQuery(_id), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.SendAs(Role.Executive, new GetParametersQuery(_id), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.SendAs(Role.HumanResources, new GetScenarioQuestionQuery(_id), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.SendAs(Role.HumanResources, new MeasureParametersQuery(_id), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.SendAs(Role.HumanResources, new SetParameterCommand(_id, 1, "loadFactor", null, "Why"), _portal.Logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.GovernanceOfficer)]
    [InlineData(Role.Employee)]
    public async Task Only_human_resources_changes(Role role)
    {
        (await _portal.SendAs(role, new GetScenarioQuestionQuery(_id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new ReviseScenarioCommand(_id, 1, "Name", new ScenarioFrame(12, 1, ""), Policy.Defaults, NoShares))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new ArchiveScenarioCommand(_id, 1, Archived: true, "Why"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new SetParameterCommand(_id, 1, "loadFactor", null, "Why"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new MeasureParametersQuery(_id))).Error.ShouldBe(AccessErrors.NoRole);
        if (role is Role.Executive or Role.Auditor) return;
        (await _portal.SendAs(role, new ScenariosAddress(null, null, null, null, 1).Query)).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new ListScenarioRunsQuery(_id, new Paging(1, 5)))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetParametersQuery(_id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new GetScenarioTitleQuery(_id))).Error.ShouldBe(AccessErrors.NoRole);
    }

    private Task<Result<ScenarioId>> Revise(int version, IReadOnlyList<Policy> policies) =>
        _portal.SendAs(_desk.User, new ReviseScenarioCommand(_id, version, "Payments platform", new ScenarioFrame(12, 9_000_000, "GBP"), policies, NoShares));

    private Task<Result<ScenarioId>> Set(string key, Distribution value, string reason) => _portal.SendAs(_desk.User, new SetParameterCommand(_id, 1, key, value, reason));

    private async Task<ScenarioList> List(Role role, ScenariosAddress address) => (await _portal.SendAs(role, address.Query)).Value;
}
