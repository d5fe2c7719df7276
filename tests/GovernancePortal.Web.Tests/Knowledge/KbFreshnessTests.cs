using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Knowledge.QuarantinePage;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Knowledge;

public sealed class KbFreshnessTests : IAsyncLifetime
{
    private PageDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await PageDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Freshness_is_weighed_by_what_agents_read_in_the_unit_and_below_it()
    {
        await ReadAsync(await _desk.AddAsync("fresh"), 60);
        await ReadAsync(await _desk.AddAsync("below", unit: _desk.Portal.Payments), 12);
        await ReadAsync(await _desk.AddAsync("stale", verified: false), 28);
        await ReadAsync(await _desk.AddAsync("elsewhere", verified: false, unit: _desk.Portal.Logistics), 500);
        await ReadAsync(await _desk.AddAsync("long ago", verified: false), 500, daysAgo: PageRead.Days);

        var evidence = await MeasureAsync();

        (evidence.Observation!.Value, evidence.Observation.Sample, evidence.Observation.AgeDays).ShouldBe((.72, 100L, 1d));
        evidence.Words.ShouldBe("72 of 100 readings by agents in 28 days were of pages that are verified in time and owned.");
    }

    [Fact]
    public async Task A_quarantine_and_an_owner_who_left_lower_it()
    {
        var (page, other) = (await _desk.AddAsync("one"), await _desk.AddAsync("two"));
        await ReadAsync(page, 50);
        await ReadAsync(other, 50);
        (await MeasureAsync()).Observation!.Value.ShouldBe(1);

        (await _desk.Portal.SendAs(Role.GovernanceOfficer, new QuarantinePageCommand(page.Id, page.Version, "It misled."))).Error.ShouldBeNull();
        (await MeasureAsync()).Observation!.Value.ShouldBe(.5);
        await _desk.Portal.InDb(db => db.People.Where(p => p.Id == _desk.Owner.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, _desk.Today)));
        (await MeasureAsync()).Observation!.Value.ShouldBe(0);
    }

    [Fact]
    public async Task Where_nothing_is_known_to_be_read_the_imported_figure_counts_and_without_one_nothing_does()
    {
        await _desk.AddAsync("unread");
        (await MeasureAsync()).Observation.ShouldBeNull("missing evidence counts as failing");

        await _desk.Portal.InDb(async db =>
        {
            db.GuardrailReadings.Add(new GuardrailReading(GuardrailType.KbFreshness, _desk.Portal.Checkout.Id, _desk.Today.AddDays(-2), .91, 300, "the wiki"));
            return await db.SaveChangesAsync();
        });
        var figure = await MeasureAsync();
        (figure.Observation!.Value, figure.Observation.Sample, figure.Words).ShouldBe((.91, 300L, "As of 21 Nov 2026, from the wiki."));
    }

    [Fact]
    public async Task A_run_of_many_targets_asks_the_database_no_more_often_than_that_of_one()
    {
        await ReadAsync(await _desk.AddAsync("fresh"), 3);
        await ReadAsync(await _desk.AddAsync("below", verified: false, unit: _desk.Portal.Payments), 5);
        await ReadAsync(await _desk.AddAsync("elsewhere", unit: _desk.Portal.Logistics), 7);
        Unit[] units = [_desk.Portal.Root, _desk.Portal.Checkout, _desk.Portal.Payments, _desk.Portal.Logistics];

        var (one, ofOne) = await CountedAsync([_desk.Portal.Checkout]);
        var (many, ofMany) = await CountedAsync([.. Enumerable.Repeat(units, 25).SelectMany(u => u)]);

        ofOne.ShouldBe(ofMany);
        ofOne.ShouldBeGreaterThan(0);
        one.Single().ShouldBe(many[1]);
        many.Take(4).Select(e => (e.Observation!.Value, e.Observation.Sample)).ShouldBe([(10 / 15d, 15L), (3 / 8d, 8L), (0d, 5L), (1d, 7L)]);
    }

    private async Task<(IReadOnlyList<Evidence> Evidence, int Queries)> CountedAsync(IReadOnlyList<Unit> units)
    {
        var counter = new QueryCounter();
        var options = new DbContextOptionsBuilder<PortalDbContext>(_desk.Portal.Services.GetRequiredService<DbContextOptions<PortalDbContext>>()).AddInterceptors(counter).Options;
        await using var db = new PortalDbContext(options);
        var facts = EvidenceFacts.OfWhole(_desk.Today, _desk.Today);
        var evidence = new List<Evidence>();
        foreach (var unit in units)
            evidence.Add(await Evaluator.MeasureAsync(db, GuardrailType.KbFreshness, new EvidenceScope(null!, unit.Id, unit.Left, unit.Right, _desk.Today, facts), CancellationToken.None));
        return (evidence, counter.Count);
    }

    private IGuardrailEvaluator Evaluator => _desk.Portal.Services.GetServices<IGuardrailEvaluator>().Single(e => e.Types.Contains(GuardrailType.KbFreshness));

    private Task<int> ReadAsync(KnowledgePage page, int count, int daysAgo = 1) =>
        _desk.Portal.InDb(db =>
        {
            db.PageReads.Add(new PageRead(page.Id, _desk.Today.AddDays(-daysAgo), "key:a", count));
            return db.SaveChangesAsync();
        });

    private Task<Evidence> MeasureAsync() =>
        _desk.Portal.InDb(db =>
        {
            var (unit, today) = (_desk.Portal.Checkout, _desk.Today);
            // The evaluator looks at the unit alone, so no target is needed.
            var scope = new EvidenceScope(null!, unit.Id, unit.Left, unit.Right, today, new EvidenceFacts(UnitScope.Of([new UnitRange(unit.Left, unit.Right)]), today, today));
            return Evaluator.MeasureAsync(db, GuardrailType.KbFreshness, scope, CancellationToken.None);
        });
}
