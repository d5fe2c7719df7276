using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>A run over all targets finds what each of them finds by itself, on units, people and figures by chance.</summary>
public sealed class SharedFactsTests : IAsyncLifetime
{
    private readonly Random _random = new(20261123);
    private readonly List<Unit> _units = [];
    private TestPortal _portal = null!;
    private TargetOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
        await AddUnitsAsync();
        await AddPeopleAsync();
        await AddEvidenceAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-20)]
    public async Task The_evidence_of_a_run_is_the_evidence_of_each_target(int days)
    {
        var evaluator = _portal.Services.GetRequiredService<TargetEvaluator>();
        var asOf = _office.Today.AddDays(days);
        var facts = EvidenceFacts.OfWhole(asOf, _office.Today);
        var values = new List<double?>();
        foreach (var unit in _units)
        {
            var target = Target(unit);

            var (alone, together) = await _portal.InDb(async db => (
                await evaluator.TryAsync(db, Target(unit), asOf, asOf, _portal.Clock.GetUtcNow(), CancellationToken.None),
                await evaluator.TryAsync(db, Target(unit), asOf, asOf, _portal.Clock.GetUtcNow(), CancellationToken.None, facts)));

            together.Value.Findings.ShouldBe(alone.Value.Findings, $"{target.Scope} {unit.Path}");
            (together.Value.Metric, together.Value.MetricSample, together.Value.Outcome).ShouldBe((alone.Value.Metric, alone.Value.MetricSample, alone.Value.Outcome), unit.Path);
            values.Add(together.Value.Metric);
            values.AddRange(together.Value.Findings.Where(f => f.Type is GuardrailType.LiteracyCoverage or GuardrailType.UnsupervisedProductionAccess).Select(f => f.Value));
        }

        values.OfType<double>().Distinct().Count().ShouldBeGreaterThan(4, "figures that do not differ would prove nothing");
    }

    [Theory]
    [InlineData(UseDecisions.Imported)]
    [InlineData(UseDecisions.LoginLinked)]
    [InlineData(UseDecisions.LoginNobodys)]
    [InlineData(UseDecisions.LoginReopened)]
    public async Task What_a_run_counted_serves_each_target_until_something_is_imported_or_matched(string decision)
    {
        var counted = await UsesAsync();
        var facts = EvidenceFacts.OfWhole(_office.Today, _office.Today);
        await _portal.InDb(async db =>
        {
            foreach (var unit in _units) await facts.UseAsync(db, new UnitRange(unit.Left, unit.Right), CancellationToken.None);
            await facts.KeepUseAsync(db, CancellationToken.None);
            return true;
        });
        (await UsesAsync()).ShouldBe(counted);

        // No writer leaves the ledger out; here it is left out to see that the kept counts are what is read.
        await _portal.InDb(db => db.UsageMonths.ExecuteUpdateAsync(u => u.SetProperty(m => m.PersonId, (PersonId?)null)));
        (await UsesAsync()).ShouldBe(counted);
        (await UsesAsync(ahead: 1)).ShouldNotBe(counted, "another day is counted anew");

        await _portal.InDb(async db =>
        {
            db.Record("test", decision, "import:test", new { kind = "usage" });
            return await db.SaveChangesAsync();
        });
        var anew = await UsesAsync();
        anew.ShouldNotBe(counted);
        anew.ShouldAllBe(u => u == null || u.Value.Active == 0);
    }

    private async Task<List<UseCount?>> UsesAsync(int ahead = 0)
    {
        var (uses, day) = (new List<UseCount?>(), _office.Today.AddDays(ahead));
        foreach (var range in _units.Select(u => new UnitRange(u.Left, u.Right)))
            uses.Add(await _portal.InDb(db => new EvidenceFacts(UnitScope.Of([range]), day, day, _units[0].Id).UseAsync(db, range, CancellationToken.None)));
        return uses;
    }

    [Fact]
    public async Task Steps_that_are_taken_together_are_those_that_each_target_would_take()
    {
        var proposed = new List<AdoptionTargetId>();
        for (var i = 0; i < 6; i++) proposed.Add(await _office.ProposeAsync(_portal.Checkout));
        var alone = proposed[0];
        _portal.Clock.Advance(TimeSpan.FromDays(2));
        var run = _portal.Services.GetRequiredService<EvaluationRun>();

        (await run.CatchUpAsync(alone, _office.Today, "test", CancellationToken.None)).ShouldBe(2);
        (await run.RunAsync(CancellationToken.None)).ShouldBe(10);

        var records = (await _portal.InDb(db => db.Evaluations.AsNoTracking().ToListAsync())).ToLookup(e => e.TargetId);
        foreach (var id in proposed.Skip(1))
        {
            records[id].OrderBy(e => e.Date).SelectMany(e => e.Findings).ShouldBe(records[alone].OrderBy(e => e.Date).SelectMany(e => e.Findings));
            (await _office.LoadAsync(id)).ReadinessText.ShouldBe((await _office.LoadAsync(alone)).ReadinessText);
        }
    }

    private AdoptionTarget Target(Unit unit)
    {
        var target = AdoptionTarget.Draft(
            new TargetTerms
            {
                Metric = TargetMetrics.WeeklyActiveShare,
                Scope = unit.Id,
                BaselineValue = 0.3,
                TargetValue = 0.8,
                StartDate = _office.Today.AddDays(-90),
                DueDate = _office.Today.AddDays(90),
                Owner = _office.Lead.Id,
                OutcomeMetric = "lead time in days",
                OutcomeBaseline = 6,
                OutcomeDirection = Direction.Max,
            },
            _portal.Clock.GetUtcNow()).Value;
        foreach (var type in Enum.GetValues<GuardrailType>()) target.AddGuardrail(type.ToString(), GuardrailCatalogue.Of(type).Defaults);
        return target;
    }

    private Task AddUnitsAsync() => _portal.InDb(async db =>
    {
        var units = await db.Units.ToListAsync();
        for (var i = 0; i < 14; i++)
        {
            var parent = units[_random.Next(units.Count)];
            var unit = new Unit(UnitId.New(), parent.Id, $"Unit {i}", $"{parent.Path}/Unit {i}");
            units.Add(unit);
            db.Units.Add(unit);
        }

        UnitTree.Number(units, new Dictionary<UnitId, int>());
        _units.AddRange(units);
        return await db.SaveChangesAsync();
    });

    private async Task AddPeopleAsync()
    {
        for (var i = 0; i < 90; i++)
        {
            var person = await _portal.AddPersonAsync($"Somebody {i}", _units[_random.Next(_units.Count)]);
            await _portal.InDb(async db =>
            {
                if (i % 11 == 0) db.Entry(person).Property(p => p.LeftOn).CurrentValue = _office.Today.AddDays(_random.Next(-30, 3));
                db.Update(person);
                for (var use = 0; use < _random.Next(4); use++)
                    await db.AddUseAsync(_random.Next(2) == 0 ? UsageTools.Copilot : "other", person.EmployeeNumber, _office.Today.AddDays(-_random.Next(1, 40)), _random.Next(3) > 0, person.Id);
                return await db.SaveChangesAsync();
            });
        }

        await _office.RecountAsync();
    }

    private async Task AddEvidenceAsync()
    {
        var people = await _portal.InDb(db => db.People.AsNoTracking().ToListAsync());
        foreach (var unit in _units.Where(_ => _random.Next(3) == 0).Append(_portal.Checkout))
        {
            var course = await _office.RequireAsync(unit, graceDays: _random.Next(3));
            await _office.CompleteAsync(people.Where(_ => _random.Next(3) > 0), course, on: _office.Today.AddDays(-_random.Next(5, 40)));
        }

        for (var i = 0; i < 40; i++)
        {
            var unit = _units[_random.Next(_units.Count)];
            await _portal.InDb(async db =>
            {
                var (type, day) = (Enum.GetValues<GuardrailType>()[_random.Next(12)], _office.Today.AddDays(-_random.Next(40)));
                if (!await db.GuardrailReadings.AnyAsync(r => r.UnitId == unit.Id && r.Type == type && r.Date == day)) db.Add(new GuardrailReading(type, unit.Id, day, _random.NextDouble(), 100, "a test"));
                if (!await db.OutcomeReadings.AnyAsync(r => r.UnitId == unit.Id && r.Date == day)) db.Add(new OutcomeReading("lead time in days", unit.Id, day, _random.Next(1, 12), "a test"));
                if (i % 8 == 0) db.Add(new NoAgentsStatement(unit.Id, day, "a test"));
                if (i % 4 == 0) db.Add(new AiTool(AiToolId.New(), Tool(i, unit, people), _portal.Clock.GetUtcNow()));
                return await db.SaveChangesAsync();
            });
        }
    }

    private AiToolTerms Tool(int number, Unit unit, List<Person> people) => new()
    {
        Name = $"Tool {number}",
        Kind = AiToolKind.Agent,
        Vendor = "Larkfield",
        Purpose = "Work.",
        Risk = RiskTier.Limited,
        Autonomy = Autonomy.ActsAlone,
        ProductionAccess = number % 8 == 0,
        Gate = number % 16 == 0 ? "Sign-off" : "",
        GateHolder = people[_random.Next(people.Count)].Id,
        Units = [unit.Id],
        ApprovedFrom = _office.Today.AddDays(-_random.Next(60)),
        ReviewDue = _office.Today.AddDays(_random.Next(-5, 40)),
    };
}
