using System.Text.Json;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.CreateScenario;
using GovernancePortal.Web.Features.Scenarios.GetScenarioRun;
using GovernancePortal.Web.Features.Scenarios.RunScenario;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>Scenarios are stored, run and read; who may, and what they may see of pay.</summary>
public sealed class ScenarioRunTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private ScenarioDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await ScenarioDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_scenario_is_stored_run_and_read_and_the_ledger_knows()
    {
        var id = await _desk.CreateAsync();
        (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(id))).Value.Run.ShouldBeNull();

        (await _portal.SendAs(_desk.User, new RunScenarioCommand(id, Draws: 60, Seed: ulong.MaxValue))).Value.ShouldBe(1);
        (await _portal.SendAs(_desk.User, new RunScenarioCommand(id, Draws: 80))).Value.ShouldBe(2);

        var newest = (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(id))).Value;
        (newest.Scenario.Name, newest.Scenario.UnitPath, newest.Scenario.LastRun, newest.Scenario.MayEdit).ShouldBe(("Payments platform", "Larkfield / Checkout", 2, true));
        (newest.Run!.Number, newest.Run.Draws, newest.Run.IsWhole, newest.Run.Input.Staff.Count).ShouldBe((2, 80, true, 4));
        newest.Run.Changes.ShouldBe(["Draws: 80, was 60.", $"Seed: {ScenarioRun.DefaultSeed}, was {ulong.MaxValue}."]);
        var first = (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(id, 1))).Value.Run!;
        first.Report.ToJson().ShouldBe(ScenarioReport.Of(ScenarioDesk.Input, 60, ulong.MaxValue).ToJson());
        (first.Seed, first.RanAt, first.ModelVersion).ShouldBe((ulong.MaxValue, _portal.Clock.GetUtcNow(), ScenarioModel.Version));

        var entries = await _portal.InDb(db => db.LedgerEntries.Where(e => e.Subject == $"scenario:{id}").OrderBy(e => e.Sequence).ToListAsync());
        entries.Select(e => e.Kind).ShouldBe(["scenario.created", "scenario.run", "scenario.run"]);
        entries.ShouldAllBe(e => e.ActorId == $"user:{_desk.User}" && !e.Payload.Contains("90000") && !e.Payload.Contains("131313"));
        JsonDocument.Parse(entries[1].Payload).RootElement.GetProperty("seed").GetString().ShouldBe("18446744073709551615");
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Auditor)]
    public async Task Readers_see_results_but_no_row_with_pay(Role role)
    {
        var id = await _desk.RunAsync();

        var seen = (await _portal.SendAs(role, new GetScenarioRunQuery(id))).Value;

        seen.Scenario.MayEdit.ShouldBeFalse();
        seen.Run!.IsWhole.ShouldBeFalse();
        seen.Run.Report.MonteCarlo.ReallocateVsCut!.Verdict.ShouldNotBeEmpty();
        seen.Run.Input.Staff.ShouldAllBe(c => c.Count >= SmallGroups.Least);
        seen.Run.Input.Staff.Sum(c => c.Count * c.AnnualLoadedCost).ShouldBe(ScenarioDesk.Input.Staff.Sum(c => c.Count * c.AnnualLoadedCost), 1e-6);
        JsonSerializer.Serialize(seen).ShouldNotContain("131313");
        (await _portal.SendAs(role, new RunScenarioCommand(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new CreateScenarioCommand("Mine", null, ScenarioOrigin.Template, ScenarioDesk.Input))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Auditor)]
    public async Task Where_a_handful_is_displaced_or_stays_readers_are_refused(Role role)
    {
        ScenarioInput few = ScenarioDesk.Input with { Staff = [ScenarioDesk.Input.Staff[0], ScenarioDesk.Input.Staff[3]] };
        ScenarioInput fewStay = ScenarioDesk.Input with { Staff = [ScenarioDesk.Input.Staff[1], ScenarioDesk.Input.Staff[2]] };
        foreach (var input in new[] { few, fewStay })
        {
            foreach (var origin in new[] { ScenarioOrigin.Organisation, ScenarioOrigin.Import })
            {
                var id = await _desk.RunAsync(input, origin: origin);
                (await _portal.SendAs(role, new GetScenarioRunQuery(id))).Error.ShouldBe(ScenarioErrors.FewPeople);
                (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(id))).Value.Run!.IsWhole.ShouldBeTrue();
            }

            // Invented figures are nobody's pay.
            (await _portal.SendAs(role, new GetScenarioRunQuery(await _desk.RunAsync(input, origin: ScenarioOrigin.Template)))).Value.Run!.IsWhole.ShouldBeTrue();
        }
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

        (await _portal.SendAs(role, new GetScenarioRunQuery(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new RunScenarioCommand(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new CreateScenarioCommand("Mine", null, ScenarioOrigin.Template, ScenarioDesk.Input))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task Only_scenarios_of_the_own_units_are_there()
    {
        var (here, above) = (await _desk.RunAsync(unit: _portal.Payments), await _desk.RunAsync(unit: _portal.Root));
        var logistics = _portal.Logistics;

        foreach (var role in new[] { Role.Executive, Role.Auditor, Role.HumanResources })
        {
            (await _portal.SendAs(role, new GetScenarioRunQuery(here), _portal.Checkout)).IsSuccess.ShouldBeTrue();
            (await _portal.SendAs(role, new GetScenarioRunQuery(here), logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
            (await _portal.SendAs(role, new GetScenarioRunQuery(above), _portal.Checkout)).Error.ShouldBe(ScenarioErrors.NotFound);
        }

        (await _portal.SendAs(Role.HumanResources, new RunScenarioCommand(here), logistics)).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.SendAs(Role.HumanResources, new CreateScenarioCommand("Mine", _portal.Payments.Id, ScenarioOrigin.Template, ScenarioDesk.Input), logistics)).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(Role.HumanResources, new CreateScenarioCommand("Mine", null, ScenarioOrigin.Template, ScenarioDesk.Input), logistics)).Error.ShouldBe(ScenarioErrors.NoUnit);
    }

    [Fact]
    public async Task One_who_reads_everything_but_is_human_resources_elsewhere_sees_no_pay_here()
    {
        var id = await _desk.RunAsync(unit: _portal.Checkout);
        var user = await _portal.AddUserAsync(Role.HumanResources, _portal.Logistics);
        await _portal.InDb(db =>
        {
            db.RoleAssignments.Add(new RoleAssignment(user, Role.Executive, _portal.Root.Id, _portal.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });

        var seen = (await _portal.SendAs(user, new GetScenarioRunQuery(id))).Value;

        (seen.Run!.IsWhole, seen.Scenario.MayEdit).ShouldBe((false, false));
        (await _portal.SendAs(user, new RunScenarioCommand(id))).Error.ShouldBe(ScenarioErrors.NotFound);
    }

    [Fact]
    public async Task A_scenario_about_no_unit_belongs_to_those_who_cover_everything()
    {
        var created = await _portal.SendAs(_desk.User, new CreateScenarioCommand("Thought", null, ScenarioOrigin.Template, ScenarioDesk.Input));

        (await _portal.SendAs(Role.Executive, new GetScenarioRunQuery(created.Value))).Value.Scenario.UnitPath.ShouldBe("");
        (await _portal.SendAs(Role.Executive, new GetScenarioRunQuery(created.Value), _portal.Checkout)).Error.ShouldBe(ScenarioErrors.NotFound);
    }

    [Fact]
    public async Task What_cannot_be_calculated_is_refused_at_its_places_and_nothing_is_written()
    {
        var faulty = ScenarioDesk.Input with { HorizonMonths = 121, AnnualRevenue = -1, Policies = [new("A", 0.6, 0.6, 0)] };

        var refused = (await _portal.SendAs(_desk.User, new CreateScenarioCommand(" ", _portal.Checkout.Id, ScenarioOrigin.Import, ScenarioDesk.Input))).Error!;
        refused.Fields.ShouldHaveSingleItem().Field.ShouldBe("Name");
        (await _portal.SendAs(_desk.User, new CreateScenarioCommand("A", _portal.Checkout.Id, ScenarioOrigin.Import, faulty))).Error!.Fields.Select(f => f.Field).ShouldBe(["horizonMonths", "annualRevenue", "policies[0]"]);
        var id = await _desk.CreateAsync();
        (await _portal.SendAs(_desk.User, new RunScenarioCommand(id, Draws: 0))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Draws");
        (await _portal.SendAs(_desk.User, new RunScenarioCommand(id, Draws: ScenarioRun.MostDraws + 1))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Draws");
        (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(id, 3))).Error.ShouldBe(ScenarioErrors.NoSuchRun);
        (await _portal.SendAs(_desk.User, new GetScenarioRunQuery(ScenarioId.New()))).Error.ShouldBe(ScenarioErrors.NotFound);
        (await _portal.InDb(db => db.ScenarioRuns.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Two_who_run_at_once_do_not_write_over_each_other()
    {
        var id = await _desk.CreateAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => _portal.SendAs(_desk.User, new RunScenarioCommand(id, Draws: 30, Seed: (ulong)i))));

        var done = runs.Where(r => r.IsSuccess).Select(r => r.Value).ToList();
        done.ShouldNotBeEmpty();
        done.ShouldBeUnique();
        runs.Where(r => !r.IsSuccess).ShouldAllBe(r => r.Error!.Kind == ErrorKind.Conflict);
        (await _portal.InDb(db => db.ScenarioRuns.CountAsync())).ShouldBe(done.Count);
    }
}
