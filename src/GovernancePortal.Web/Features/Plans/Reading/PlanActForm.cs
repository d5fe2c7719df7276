using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Components.Shared;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Plans.Reading;

/// <summary>A small form on the page of a plan or of a move. Several stand on one page, so each names its fields apart.</summary>
public abstract class PlanActForm : PortalComponent
{
    [Parameter, EditorRequired]
    public PlanId PlanId { get; set; }

    /// <summary>Of what is changed, as it was read.</summary>
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

    /// <summary>Sends it and tells whether it was written.</summary>
    protected async Task<bool> ActAsync(IRequest<Result> command)
    {
        if (Busy) return false;
        Busy = true;
        var result = await Mediator.Send(command, Closing);
        Refuse(result.Error?.Fields ?? []);
        Error = result.Error is { Fields.Count: 0 } error ? error : null;
        if (result.IsSuccess || result.Error!.Kind == ErrorKind.Conflict || result.Error == PlanErrors.ChangedSinceCheck) await Done.InvokeAsync();
        Busy = false;
        return result.IsSuccess;
    }
}
