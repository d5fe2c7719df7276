using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Components.Shared;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.Rules;

/// <summary>A page on which one requirement is followed by another or ended: it keeps what was typed, and tells when somebody else was quicker.</summary>
public abstract class RequirementPage : PortalComponent
{
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    protected RequirementBrief? Requirement { get; private set; }

    protected Error? Error { get; private set; }

    protected IReadOnlyList<FieldError> Faults { get; private set; } = [];

    protected bool Busy { get; private set; }

    protected string Reason { get; set; } = "";

    protected abstract IRequest<Result<RequirementBrief>> Ask(LiteracyRequirementId id);

    /// <summary>Called once, when the requirement is known.</summary>
    protected virtual void Begin(RequirementBrief requirement) { }

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(Ask(new LiteracyRequirementId(Id)), Closing);
        Error = result.Error;
        if (result.IsSuccess) Begin(Requirement = result.Value);
    }

    /// <summary>Sends what the form makes of what was typed, unless something could not be read.</summary>
    protected async Task SendAsync<T>(Func<RequirementBrief, List<FieldError>, IRequest<Result<T>>> read)
    {
        if (Busy || Requirement is null) return;
        Busy = true;
        var faults = new List<FieldError>();
        var command = read(Requirement, faults);
        (Error, Faults) = (null, faults);
        if (faults.Count == 0)
        {
            // A requirement is never changed, so whoever was quicker ended this one: there is nothing to compare, only the course to look at.
            var result = await Mediator.Send(command, Closing);
            (Error, Faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"courses/{Requirement.CourseId}");
        }

        Busy = false;
    }
}
