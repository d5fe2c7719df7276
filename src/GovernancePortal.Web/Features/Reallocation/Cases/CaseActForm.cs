using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Components.Shared;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Reallocation.Cases;

/// <summary>A small form on the page of a case. Several stand on one page, so each names its fields apart.</summary>
public abstract class CaseActForm : PortalComponent
{
    [Parameter, EditorRequired]
    public CaseId CaseId { get; set; }

    /// <summary>Of the case, as it was read.</summary>
    [Parameter, EditorRequired]
    public int Version { get; set; }

    /// <summary>After it was written, or found changed by somebody else.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    /// <summary>Begins the ids of this form's fields.</summary>
    protected abstract string Prefix { get; }

    protected bool Busy { get; private set; }

    protected Error? Error { get; private set; }

    protected IReadOnlyList<FieldError> Faults { get; private set; } = [];

    /// <summary>Tells what could not be read as what it should be.</summary>
    protected void Refuse(IReadOnlyList<FieldError> faults) => (Error, Faults) = (null, [.. faults.Select(f => f with { Field = Prefix + f.Field })]);

    /// <summary>Sends it and gives back what came of it; null when nothing was sent.</summary>
    protected async Task<TResult?> ActAsync<TResult>(IRequest<TResult> command)
        where TResult : Result
    {
        if (Busy) return null;
        Busy = true;
        var result = await Mediator.Send(command, Closing);
        Refuse(result.Error?.Fields ?? []);
        Error = result.Error is { Fields.Count: 0 } error ? error : null;
        if (result.IsSuccess || result.Error!.Kind == ErrorKind.Conflict) await Done.InvokeAsync();
        Busy = false;
        return result;
    }
}
