using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.ListFindings;

/// <summary>One line of a table of counts.</summary>
public sealed record CountLine(string Name, int Count, string? Href);

public sealed partial class FindingsPage
{
    private Error? _error;
    private FindingList? _list;
    private FindingsAddress? _shown;

    [SupplyParameterFromQuery]
    private string? Type { get; set; }

    [SupplyParameterFromQuery]
    private string? System { get; set; }

    [SupplyParameterFromQuery]
    private string? Month { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    private FindingsAddress Here => new(Type, System, Month, Page ?? 1);

    private string Finding =>
        _list is not { } list ? _error is null ? "Reading the findings…" : "The findings could not be read."
        : list.Findings.Total == 0 ? "No reviewer has found anything here in twelve months."
        : $"Vetting caught {Say.Number(list.Caught)} {(list.Caught == 1 ? "fault" : "faults")} before production{(list.After == 0 ? "." : $"; {Say.Number(list.After)} more {(list.After == 1 ? "was" : "were")} found after an emergency pass.")}";

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Here) return;
        _shown = Here;
        var result = await Mediator.Send(Here.Query, Closing);
        (_error, _list) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    private static string MonthWords(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.InvariantCulture);
}
