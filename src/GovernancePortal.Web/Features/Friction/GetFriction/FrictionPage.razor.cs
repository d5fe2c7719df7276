using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Friction.GetFriction;

public sealed partial class FrictionPage
{
    private Error? _error;
    private (Guid? Unit, int? Period)? _shown;
    private FrictionView? _view;

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery]
    private int? Period { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Unit, Period)) return;
        _shown = (Unit, Period);
        var result = await Mediator.Send(new GetFrictionQuery(Unit is { } unit ? new UnitId(unit) : null, Period), Closing);
        (_error, _view) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    private void Go(string? period) => Navigation.NavigateTo(Href(Unit, int.TryParse(period, out var number) ? number : null));

    private static string Href(Guid? unit, int? period) =>
        QueryHelpers.AddQueryString(
            "friction",
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["unit"] = unit?.ToString(), ["period"] = period is { } p ? $"{p}" : null }.Where(pair => pair.Value is not null));
}
