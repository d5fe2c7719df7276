using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.CompareWeek;

public sealed partial class WeekPage
{
    private Error? _error;
    private string? _shown;
    private IncidentWeek? _week;

    /// <summary>Year-month-day; another day of the week shows the same week.</summary>
    [Parameter]
    public string Monday { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        if (string.Equals(_shown, Monday, StringComparison.Ordinal)) return;
        _shown = Monday;
        if (Typed.Day(Monday, "Monday", []) is not { } day)
        {
            (_error, _week) = (CommonErrors.NotFound, null);
            return;
        }

        var result = await Mediator.Send(new CompareWeekQuery(day), Closing);
        (_error, _week) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
