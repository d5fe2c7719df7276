using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>
/// Counts deployments and failures where the unit answers for projects with enough of them, else takes the imported figure. Delivery tools do not say
/// which change AI helped with, so all deployments count then, and the words say so.
/// </summary>
internal sealed class ChangeFailureEvaluator : IGuardrailEvaluator
{
    private static readonly int Enough = GuardrailCatalogue.Of(GuardrailType.ChangeFailureRate).Defaults.MinSample;

    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.ChangeFailureRate];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var delivery = await DeliveryFigures.ReadAsync(db, scope.Left, scope.Right, scope.Date, cancellationToken);
        if (delivery.Deployments >= Enough) return OfDelivery(delivery, scope.Date);
        if (await ImportedSeriesEvaluator.NewestAsync(db, type, scope, cancellationToken) is { } figure) return OfFigure(figure, scope.Date);
        return delivery.Deployments > 0 ? OfDelivery(delivery, scope.Date) : Evidence.None("No figure has been imported for this unit, and no deployments of the last 28 days.");
    }

    private static Evidence OfDelivery(UnitDelivery delivery, DateOnly date)
    {
        var rate = GuardrailFormulas.ChangeFailureRate(delivery.Failed, delivery.Deployments, date.DayNumber - delivery.Newest!.Value.DayNumber);
        return new Evidence(
            rate.Decides,
            $"{Say.Count(delivery.Failed)} of {Say.Of(delivery.Deployments, "deployment", "deployments")} of {Say.Of(delivery.Projects.Count, "project", "projects")} failed in {DeliveryFigures.Days} days, {Rate(rate)}. "
                + "All deployments count, because delivery data do not say which AI helped with.");
    }

    private static Evidence OfFigure(ImportedFigure figure, DateOnly date)
    {
        var age = date.DayNumber - figure.Date.DayNumber;
        var words = $"As of {Say.Day(figure.Date)}, from {figure.Source}";
        if (figure.Sample is not { } changes || figure.Value is < 0 or > 1) return new Evidence(new GuardrailObservation(figure.Value, figure.Sample, age), $"{words}.");

        var rate = GuardrailFormulas.ChangeFailureRate((long)Math.Round(figure.Value * changes, MidpointRounding.AwayFromZero), changes, age);
        // From enough changes on the figure stands as it came, and is not put together again from rounded counts.
        return changes >= GuardrailFormulas.PlainRateFrom
            ? new Evidence(new GuardrailObservation(figure.Value, changes, age), $"{words}.")
            : new Evidence(rate.Decides, $"{words}: {Rate(rate)}.");
    }

    private static string Rate(ChangeFailureReading rate)
    {
        if (rate.Plain is not { } plain) return "no rate";
        var range = $"{Say.Percent(plain)}, 95% range {Say.Percent(rate.Range.Low)} to {Say.Percent(rate.Range.High)}";
        return rate.Decides.Sample < GuardrailFormulas.PlainRateFrom ? $"{range}; of so few the lower end decides" : range;
    }
}
