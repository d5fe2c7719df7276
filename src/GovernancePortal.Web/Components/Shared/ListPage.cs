using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Shared;

/// <summary>Filters, order and page of a list as its address carries them.</summary>
/// <typeparam name="TSelf">The address.</typeparam>
/// <typeparam name="TList">What is listed.</typeparam>
public interface IListAddress<TSelf, TList>
{
    IRequest<Result<TList>> Query { get; }

    string Href { get; }

    /// <summary>The first page of what a search finds; null for everything.</summary>
    TSelf Searched(string? text);
}

/// <summary>A page that lists what its address asks for, so that every view of it can be linked to and left by the way back.</summary>
public abstract class ListPage<TAddress, TList> : PortalComponent
    where TAddress : class, IListAddress<TAddress, TList>
    where TList : class
{
    private TAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    protected string? Search { get; set; }

    [SupplyParameterFromQuery]
    protected string? Sort { get; set; }

    [SupplyParameterFromQuery]
    protected int? Page { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>What stands in the search field.</summary>
    protected string? Typed { get; set; }

    /// <summary>Null until it was read, and when it could not be.</summary>
    protected TList? List { get; private set; }

    protected Error? Error { get; private set; }

    /// <summary>What the list says in a sentence.</summary>
    protected string Finding => List is { } list ? FindingOf(list) : Error is null ? $"Reading the {Noun}…" : $"The {Noun} could not be read.";

    protected abstract TAddress Here { get; }

    /// <summary>What is listed, for the middle of a sentence.</summary>
    protected abstract string Noun { get; }

    protected abstract string FindingOf(TList list);

    protected override async Task OnParametersSetAsync()
    {
        // The frame may draw the page again while somebody types: only another address is a reason to start over.
        if (Equals(_shown, Here)) return;
        (_shown, Typed) = (Here, Search);
        var result = await Mediator.Send(Here.Query, Closing);
        (Error, List) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    protected void Find() => Go(Here.Searched(string.IsNullOrWhiteSpace(Typed) ? null : Typed.Trim()));

    protected void Go(TAddress address) => Navigation.NavigateTo(address.Href);
}
