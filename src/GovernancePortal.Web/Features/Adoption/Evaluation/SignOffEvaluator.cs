using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Platform.Words;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>What vetting takes and how much of it there is.</summary>
internal sealed class ReviewOptions
{
    public const string Section = "Changes";

    /// <summary>Hours to vet one AI-assisted change properly.</summary>
    public double HoursPerChange { get; set; } = 1;

    /// <summary>Hours of a week that one reviewer has for it; as many as the default limit of twenty sign-offs takes.</summary>
    public double ReviewHoursPerWeek { get; set; } = 20;
}

/// <summary>
/// Works senior sign-off and review load out from the changes that went through the gate. Where none did in four weeks, the newest imported figure decides.
/// </summary>
internal sealed class SignOffEvaluator(IOptions<ReviewOptions> options) : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.SeniorSignOff, GuardrailType.ReviewerUtilisation];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var figures = await scope.Facts.SignOffsAsync(db, cancellationToken);
        if ((type == GuardrailType.SeniorSignOff ? Signed(figures, scope) : Load(figures, scope)) is { } own) return own;
        return await ImportedSeriesEvaluator.NewestAsync(db, type, scope, cancellationToken) is { } newest
            ? new Evidence(new GuardrailObservation(newest.Value, newest.Sample, scope.Date.DayNumber - newest.Date.DayNumber), $"As of {Say.Day(newest.Date)}, from {newest.Source}.")
            : Evidence.None("No change of this unit went through the sign-off gate in 28 days, and no figure was imported.");
    }

    private static Evidence? Signed(SignOffFigures figures, EvidenceScope scope)
    {
        var (signed, released) = figures.Released(scope.Range);
        return released == 0 ? null : new Evidence(
            GuardrailFormulas.Share(signed, released, ageDays: 0),
            $"{Say.Count(signed)} of {Say.Of(released, "AI-assisted change", "AI-assisted changes")} by juniors, mids and agents were signed off by a senior or principal before they went out, in {SignOffFigures.Days} days.");
    }

    private Evidence? Load(SignOffFigures figures, EvidenceScope scope)
    {
        var asked = figures.Asked(scope.Range);
        if (asked == 0) return null;

        var (perWeek, reviewers, settings) = (asked * 7.0 / SignOffFigures.Days, figures.Reviewers(scope.Range), options.Value);
        var value = GuardrailFormulas.ReviewerUtilisation(perWeek, settings.HoursPerChange, reviewers, settings.ReviewHoursPerWeek);
        // The number of reviewers is not told: where they are few it would speak of each of them.
        var words = $"{Say.Of(asked, "AI-assisted change", "AI-assisted changes")} in {SignOffFigures.Days} days take {perWeek * settings.HoursPerChange:0.#} hours of vetting a week";
        return new Evidence(new GuardrailObservation(value, asked, 0), reviewers > 0 ? $"{words}, {Say.Percent(value)} of what eligible reviewers have." : $"{words}, and no eligible reviewer covers this unit.");
    }
}
