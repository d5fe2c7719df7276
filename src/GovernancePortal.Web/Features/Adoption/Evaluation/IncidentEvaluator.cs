using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Platform.Words;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>How many weighted minutes of AI-related incidents are set aside.</summary>
internal sealed class IncidentBudgetOptions
{
    public const string Section = "Incidents";

    /// <summary>For each target's units in 28 days. 100 is a quarter of a per cent of four weeks: one severity 2 incident of an hour and forty minutes. 0 allows none.</summary>
    public double BudgetMinutes { get; set; } = 100;
}

/// <summary>
/// Works the budget of incident minutes out from the incidents of the unit and everything below it. Where none were recorded for a year, the newest imported
/// figure decides; where there is none either, nothing was measured.
/// </summary>
internal sealed class IncidentEvaluator(IOptions<IncidentBudgetOptions> options, TimeProvider clock) : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.IncidentErrorBudget, GuardrailType.IncidentBurnRate];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var until = Until(scope.Date);
        var figures = await scope.Facts.IncidentsAsync(db, until, cancellationToken);
        if (figures.IsKept(scope.Range)) return Of(type, figures.Within(scope.Range), until);
        if (await ImportedSeriesEvaluator.NewestAsync(db, type, scope, cancellationToken) is not { } newest)
            return Evidence.None("No incident has been recorded for this unit for a year, and no figure imported. That says nothing about how many there were.");

        return new Evidence(new GuardrailObservation(newest.Value, newest.Sample, scope.Date.DayNumber - newest.Date.DayNumber), $"As of {newest.Date:d MMM yyyy}, from {newest.Source}.");
    }

    private Evidence Of(GuardrailType type, IReadOnlyList<PlacedIncident> incidents, DateTimeOffset until)
    {
        var days = type == GuardrailType.IncidentBurnRate ? IncidentImpact.BurnDays : IncidentImpact.WindowDays;
        var counted = incidents.Select(i => (Incident: i, Minutes: IncidentImpact.Minutes(i.Severity, i.StartedAt, i.EndedAt, until.AddDays(-days), until))).Where(x => x.Minutes > 0).ToList();
        var (minutes, budget) = (counted.Sum(x => x.Minutes), options.Value.BudgetMinutes);
        var value = type == GuardrailType.IncidentBurnRate ? BurnRate(minutes, budget) : GuardrailFormulas.BudgetRemaining(minutes, budget);
        var unanswered = counted.Count(x => x.Incident.IsUnanswered);
        var words = $"{Say.Of((long)Math.Ceiling(minutes), "weighted minute", "weighted minutes")} of {Say.Of(counted.Count, "incident", "incidents")} in {days} days; {Say.Count((long)budget)} are set aside for {IncidentImpact.WindowDays} days.";
        return new Evidence(new GuardrailObservation(value, null, 0), unanswered == 0 ? words : $"{words} Of {Say.Number(unanswered)} nobody has said yet what AI had to do with it; until then it counts.");
    }

    // With no budget at all every minute is too fast; the formula alone would call it no burn.
    private static double BurnRate(double minutes, double budget) => budget <= 0 && minutes > 0 ? double.PositiveInfinity : GuardrailFormulas.BurnRate(minutes, budget);

    /// <summary>The end of the day, or now while the day goes on: an incident that goes on has not used tonight's minutes yet.</summary>
    private DateTimeOffset Until(DateOnly date)
    {
        var (end, now) = (new DateTimeOffset(date.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), clock.GetUtcNow());
        return end < now ? end : now;
    }
}
