using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.CreateScenario;
using GovernancePortal.Web.Features.Scenarios.GetScenarioRun;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Features.Scenarios.RunScenario;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>Scenarios are built from the roster: exactly what listing everybody gives, and nobody's name.</summary>
public sealed class BuildScenarioTests : IAsyncLifetime
{
    private static readonly ScenarioFrame Frame = new(24, 12_000_000, "GBP");

    private TestPortal _portal = null!;
    private Guid _user;
    private List<Person> _people = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _user = await _portal.AddUserAsync(Role.HumanResources);
        var random = new Random(7);
        var today = DateOnly.FromDateTime(_portal.Clock.GetUtcNow().UtcDateTime);
        _people = [.. Enumerable.Range(0, 120).Select(i =>
        {
            var person = new Person(PersonId.New(), $"E-{i}", $"Person{i} Somebody", i % 3 == 0 ? _portal.Payments.Id : _portal.Checkout.Id);
            person.SetPost(person.UnitId, null, (Level)random.Next(1, 5), "Engineer", isContractor: i % 20 == 19, "Leeds");
            person.SetEmployment(today.AddDays(-random.Next(10, 8000)), i % 30 == 29 ? today.AddDays(-1) : null, 40_000 + random.Next(90_000) + 0.25m);
            return person;
        })];
        var elsewhere = new Person(PersonId.New(), "L-1", "Lena Elsewhere", _portal.Logistics.Id);
        elsewhere.SetEmployment(today.AddYears(-2), null, 999_999m);
        await _portal.InDb(db =>
        {
            db.People.AddRange([.. _people, elsewhere]);
            return db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_the_database_sums_up_gives_what_listing_everybody_gives()
    {
        var picked = Employees().Where((_, i) => i % 7 == 0).Select(p => p.Id).ToHashSet();
        var built = await _portal.SendAs(_user, new BuildScenarioCommand("Checkout", _portal.Checkout.Id, Frame, new DisplacedChoice(new Dictionary<Level, double>(), [.. picked])));
        built.Error.ShouldBeNull();
        (await _portal.SendAs(_user, new RunScenarioCommand(built.Value, Draws: 60, Seed: 4))).Error.ShouldBeNull();

        var listed = new ScenarioInput
        {
            HorizonMonths = 24,
            AnnualRevenue = 12_000_000,
            Staff = [.. Employees().Select(p => new StaffCell(p.Level, (double)p.AnnualLoadedCost!.Value, Months(p) / 12.0, picked.Contains(p.Id)))],
        };
        var (expected, run) = (ScenarioReport.Of(listed, 60, 4), (await _portal.SendAs(_user, new GetScenarioRunQuery(built.Value))).Value.Run!);

        run.Report.Outcome.Staff.Displaced.ShouldBe(picked.Count);
        run.Report.Outcome.Staff.Headcount.ShouldBe(listed.Staff.Count);
        foreach (var (was, should) in run.Report.Outcome.Policies.Zip(expected.Outcome.Policies))
            foreach (var (month, listing) in was.Months.Zip(should.Months)) Near(month.CumulativeDiscounted, listing.CumulativeDiscounted);
        foreach (var (was, should) in run.Report.MonteCarlo.Policies.Zip(expected.MonteCarlo.Policies)) Near(was.NpvP10, should.NpvP10);
        Near(run.Report.Outcome.Staff.Severance, expected.Outcome.Staff.Severance);
    }

    [Fact]
    public async Task Shares_of_levels_are_counted_before_anything_is_stored()
    {
        var shares = new Dictionary<Level, double> { [Level.Junior] = 0.5, [Level.Mid] = 0.25 };

        var count = (await _portal.SendAs(_user, new CountPositionsQuery(_portal.Checkout.Id, new DisplacedChoice(shares, [])))).Value;

        count.Positions.ShouldBe(Employees().Count());
        count.Displaced.ShouldBe((0.5 * Employees().Count(p => p.Level == Level.Junior)) + (0.25 * Employees().Count(p => p.Level == Level.Mid)), 1e-9);
        count.Levels.Select(l => l.Level).ShouldBe([Level.Junior, Level.Mid, Level.Senior, Level.Principal]);
        count.Notes.ShouldHaveSingleItem().ShouldStartWith($"{_people.Count(p => p.IsContractor && p.LeftOn is null)} contractors are left out");
        (await _portal.InDb(db => db.Scenarios.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_roster_does_not_say_is_filled_in_and_told()
    {
        await _portal.InDb(async db =>
        {
            var bare = new Person(PersonId.New(), "B-1", "Bare Row", _portal.Payments.Id);
            db.People.Add(bare);
            return await db.SaveChangesAsync();
        });

        var built = await _portal.SendAs(_user, new BuildScenarioCommand("Payments", _portal.Payments.Id, Frame, new DisplacedChoice(new Dictionary<Level, double> { [Level.Mid] = 1 }, [])));

        var scenario = await _portal.InDb(db => db.Scenarios.SingleAsync(s => s.Id == built.Value));
        scenario.Note.ShouldContain("For 1 person the roster has no cost; the mean of their level stands in.");
        scenario.Note.ShouldContain("For 1 person the roster has no level; they count as mid.");
        scenario.Note.ShouldContain("For 1 person the roster has no first day");
        scenario.Origin.ShouldBe(ScenarioOrigin.Organisation);
    }

    [Fact]
    public async Task Nobodys_name_number_or_id_is_kept_and_the_ledger_holds_no_pay()
    {
        var one = Employees().First();
        var others = Employees().Skip(1).Take(6).Select(p => p.Id);
        var built = await _portal.SendAs(_user, new BuildScenarioCommand("Checkout", _portal.Checkout.Id, Frame, new DisplacedChoice(new Dictionary<Level, double>(), [one.Id, .. others])));

        var scenario = await _portal.InDb(db => db.Scenarios.SingleAsync(s => s.Id == built.Value));
        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Subject == $"scenario:{built.Value}"));
        foreach (var text in new[] { scenario.InputJson, scenario.Note, entry.Payload })
        {
            text.ShouldNotContain(one.Name);
            text.ShouldNotContain(one.EmployeeNumber + "\"");
            text.ShouldNotContain(one.Id.ToString());
        }

        entry.Payload.ShouldNotContain(((long)one.AnnualLoadedCost!.Value).ToString(System.Globalization.CultureInfo.InvariantCulture));
        entry.Payload.ShouldContain("\"displaced\":7");
    }

    [Fact]
    public async Task Who_does_not_work_there_nobody_displaced_and_shares_beyond_all_are_refused()
    {
        var away = _people.First(p => p.LeftOn is not null).Id;
        var contractor = _people.First(p => p.IsContractor && p.LeftOn is null).Id;

        (await Build(new DisplacedChoice(new Dictionary<Level, double>(), [away, contractor]))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("People");
        (await Build(DisplacedChoice.None)).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Shares");
        (await Build(new DisplacedChoice(new Dictionary<Level, double> { [Level.Mid] = 1.2 }, []))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Shares");
        (await Build(new DisplacedChoice(new Dictionary<Level, double> { [Level.Mid] = double.NaN }, []))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Shares");
        (await Build(new DisplacedChoice(new Dictionary<Level, double>(), [.. Enumerable.Range(0, 2001).Select(_ => PersonId.New())]))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("People");
        (await _portal.SendAs(_user, new BuildScenarioCommand(" ", _portal.Checkout.Id, Frame with { HorizonMonths = 0 }, new DisplacedChoice(new Dictionary<Level, double> { [Level.Mid] = 1 }, [])))).Error!.Fields.ShouldNotBeEmpty();
        (await _portal.InDb(db => db.Scenarios.CountAsync())).ShouldBe(0);

        Task<Result<ScenarioId>> Build(DisplacedChoice displaced) => _portal.SendAs(_user, new BuildScenarioCommand("Checkout", _portal.Checkout.Id, Frame, displaced));
    }

    [Fact]
    public async Task A_unit_without_pay_in_the_roster_is_refused_at_the_unit()
    {
        await _portal.InDb(db => db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.AnnualLoadedCost, (decimal?)null)));

        (await _portal.SendAs(_user, new CountPositionsQuery(_portal.Checkout.Id, DisplacedChoice.None))).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("UnitId");
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.TeamLead)]
    [InlineData(Role.Administrator)]
    public async Task Only_human_resources_builds(Role role)
    {
        var displaced = new DisplacedChoice(new Dictionary<Level, double> { [Level.Mid] = 1 }, []);
        (await _portal.SendAs(role, new BuildScenarioCommand("Mine", _portal.Checkout.Id, Frame, displaced))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new CountPositionsQuery(_portal.Checkout.Id, displaced))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new FindScenarioPeopleQuery("Person"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new FindScenarioUnitsQuery("Check"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(role, new ReadScenarioFileQuery("a.json", new MemoryStream([1])))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task Human_resources_of_another_unit_builds_nothing_here_and_finds_nobody()
    {
        var displaced = new DisplacedChoice(new Dictionary<Level, double> { [Level.Mid] = 1 }, []);
        (await _portal.SendAs(Role.HumanResources, new BuildScenarioCommand("Mine", _portal.Checkout.Id, Frame, displaced), _portal.Logistics)).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(Role.HumanResources, new CountPositionsQuery(_portal.Checkout.Id, displaced), _portal.Logistics)).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _portal.SendAs(Role.HumanResources, new FindScenarioPeopleQuery("Person1"), _portal.Logistics)).Value.ShouldBeEmpty();
        (await _portal.SendAs(Role.HumanResources, new FindScenarioUnitsQuery("Checkout"), _portal.Logistics)).Value.ShouldBeEmpty();
        (await _portal.SendAs(_user, new FindScenarioPeopleQuery("Person1"))).Value.ShouldNotBeEmpty();
        (await _portal.SendAs(_user, new FindScenarioUnitsQuery("Pay"))).Value.ShouldHaveSingleItem().Id.ShouldBe(_portal.Payments.Id.Value);
    }

    [Fact]
    public async Task Every_template_runs_and_shows_no_real_pay()
    {
        foreach (var template in ScenarioTemplates.All)
        {
            ScenarioFaults.Of(template.Input).ShouldBeEmpty();
            var created = await _portal.SendAs(_user, new CreateScenarioCommand(template.Name, null, ScenarioOrigin.Template, template.Input));
            (await _portal.SendAs(_user, new RunScenarioCommand(created.Value, Draws: 200))).Error.ShouldBeNull();
            var seen = (await _portal.SendAs(Role.Executive, new GetScenarioRunQuery(created.Value))).Value.Run!;
            seen.IsWhole.ShouldBeTrue();
            seen.Reasons.Values.ShouldAllBe(r => r == "From the template.");
        }

        ScenarioTemplates.All.Select(t => ScenarioReport.Of(t.Input, 500, 1).MonteCarlo.ReallocateVsCut!.Verdict).Distinct().Count().ShouldBeGreaterThan(1, "templates that all say the same teach nothing");
    }

    private IEnumerable<Person> Employees() => _people.Where(p => !p.IsContractor && p.LeftOn is null);

    private int Months(Person person)
    {
        var (start, today) = (person.StartDate!.Value, DateOnly.FromDateTime(_portal.Clock.GetUtcNow().UtcDateTime));
        var months = 0;
        while (start.AddMonths(months + 1) <= today) months++;
        return months;
    }

    private static void Near(double was, double should) => was.ShouldBe(should, Math.Max(1e-6, 1e-10 * Math.Abs(should)));
}
