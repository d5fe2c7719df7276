using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Literacy.GetLiteracy;

public sealed partial class LiteracyPage
{
    private LiteracyOverview? _view;
    private Error? _error;
    private DateOnly? _day;
    private DateOnly? _today;
    private (Guid?, DateOnly?)? _shown;

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery]
    private DateOnly? On { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Finding =>
        _view switch
        {
            null => _error is null ? "Counting…" : "The figures could not be read.",
            { All.Asked: 0 } => "No training is required of anybody here, so nothing can be shown.",
            { All: { Lacking: 0 } all } => $"All {Say.Count(all.Asked)} people of whom training is asked {Have} everything they need.",
            { All: { } all } => $"{Say.Percent(all.Share!.Value)} of the {Say.Of(all.Asked, "person", "people")} of whom training is asked {Have} all of it; {Say.Number(all.Lacking)} {(On is null ? all.Lacking == 1 ? "lacks" : "lack" : "lacked")} some.",
        };

    private string? Caveat =>
        _view?.Source switch
        {
            FiguresFrom.Kept => "As it was counted that night. What was entered later does not change it.",
            FiguresFrom.WorkedOut => "This day was not kept: worked out from what had been recorded by then, with people in the units they belong to today.",
            _ => null,
        };

    private string Have => On is null ? "have" : "had";

    // Of the same day; of all that the role covers, because a pack speaks of no single unit.
    private string Pack => On is { } day ? $"literacy/evidence-pack?on={Typed.Text(day)}" : "literacy/evidence-pack";

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Unit, On)) return;
        (_shown, _day) = ((Unit, On), On);
        var result = await Mediator.Send(new GetLiteracyQuery(Unit is { } id ? new UnitId(id) : null, On), Closing);
        (_view, _error) = (result.IsSuccess ? result.Value : null, result.Error);
        _today ??= _view?.Today;
        _day ??= _view?.On;
    }

    private string At(Guid? unit) => At(unit, On);

    private static string At(Guid? unit, DateOnly? on) =>
        QueryHelpers.AddQueryString(
            "literacy",
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["unit"] = unit?.ToString(), ["on"] = on?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }
                .Where(pair => pair.Value is not null)
        );

    private void ShowDay() => Navigation.NavigateTo(At(Unit, _day == _today ? null : _day));

    private static string RulesNote(LiteracyOverview view) => view.RulesOn is { } day ? $"Counted in the night to {Say.Day(day)}." : "Nothing has been counted yet; the first count is made within ten minutes.";
}
