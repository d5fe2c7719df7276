using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class IncidentBudgetTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TargetOffice _office = null!;
    private AdoptionTarget _target = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
        var id = await _office.ProposeAsync();
        _target = await _portal.InDb(db => db.AdoptionTargets.AsNoTracking().SingleAsync(t => t.Id == id));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Nothing_recorded_and_nothing_imported_is_no_evidence() =>
        (await BudgetAsync()).Observation.ShouldBeNull();

    [Fact]
    public async Task An_imported_figure_decides_until_the_unit_records_incidents()
    {
        await _office.ReadAsync(GuardrailType.IncidentErrorBudget, 0.4);
        (await BudgetAsync()).Observation!.Value.ShouldBe(0.4);

        await AddAsync(AiInvolvement.NotAi, _portal.Payments);

        (await BudgetAsync()).Observation!.Value.ShouldBe(1, "AI had no part in the only incident");
    }

    [Fact]
    public async Task Related_and_unanswered_minutes_of_the_unit_and_below_count_by_severity()
    {
        await AddAsync(AiInvolvement.ActedOnAdvice, _portal.Checkout, severity: 2, minutes: 40);
        await AddAsync(AiInvolvement.Unknown, _portal.Payments, severity: 1, minutes: 10);
        await AddAsync(AiInvolvement.NotAi, _portal.Checkout, severity: 1, minutes: 600);
        await AddAsync(AiInvolvement.ActedAlone, _portal.Logistics, severity: 1, minutes: 600);
        await AddAsync(AiInvolvement.ActedAlone, _portal.Checkout, severity: 1, minutes: 600, daysAgo: 60);

        var budget = await BudgetAsync();
        budget.Observation!.Value!.Value.ShouldBe(0.4, 1e-9);
        budget.Words.ShouldBe("60 weighted minutes of 2 incidents in 28 days; 100 are set aside for 28 days. Of one nobody has said yet what AI had to do with it; until then it counts.");
        (await BudgetAsync(GuardrailType.IncidentBurnRate)).Observation!.Value!.Value.ShouldBe(60d / 7 / (100d / 28), 1e-9);
    }

    [Fact]
    public async Task What_goes_on_counts_up_to_now_and_a_budget_of_nothing_allows_nothing()
    {
        await AddAsync(AiInvolvement.ActedAlone, _portal.Checkout, severity: 2, minutes: null);

        (await BudgetAsync()).Observation!.Value!.Value.ShouldBe(1 - (120 / 100d), 1e-9);
        (await BudgetAsync(budget: 0)).Observation!.Value.ShouldBe(0);
        (await BudgetAsync(GuardrailType.IncidentBurnRate, budget: 0)).Observation!.Value.ShouldBe(double.PositiveInfinity);
    }

    /// <summary>Began two hours before now on the day it began; null minutes: it goes on.</summary>
    private Task AddAsync(AiInvolvement involvement, Unit unit, int severity = 2, int? minutes = 30, int daysAgo = 0) => _portal.InDb(async db =>
    {
        var now = _portal.Clock.GetUtcNow();
        var start = now.AddDays(-daysAgo).AddHours(-2);
        var incident = Incident.Report($"INC-{Guid.NewGuid():N}", new IncidentFacts("Outage", severity, unit.Id, start, EndedAt: minutes is { } m ? (start.AddMinutes(m) < now ? start.AddMinutes(m) : now) : null), by: null, now).Value;
        if (involvement != AiInvolvement.Unknown) incident.Attribute(new Cause(involvement, ButFor.Unanswered, "", ContributingFactors.None, "As told."), "", _office.Chief.Id, now).IsSuccess.ShouldBeTrue();
        db.Incidents.Add(incident);
        return await db.SaveChangesAsync();
    });

    private Task<Evidence> BudgetAsync(GuardrailType type = GuardrailType.IncidentErrorBudget, double budget = 100) => _portal.InDb(async db =>
    {
        var unit = await db.Units.SingleAsync(u => u.Id == _portal.Checkout.Id);
        var scope = new EvidenceScope(_target, unit.Id, unit.Left, unit.Right, _office.Today, EvidenceFacts.OfWhole(_office.Today, _office.Today));
        return await new IncidentEvaluator(Options.Create(new IncidentBudgetOptions { BudgetMinutes = budget }), _portal.Clock).MeasureAsync(db, type, scope, CancellationToken.None);
    });
}
