using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Platform.Words;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.RefreshRequirement;

public sealed partial class RefreshRequirementPage
{
    /// <summary>Time to take the course again that the form offers.</summary>
    private const int UsualDays = 30;

    private RefreshCause _cause;
    private string _due = "";
    private string _since = "";

    // While the day cannot be read, everything counts in the preview.
    private DateOnly? Since => Typed.Day(_since, "CompletedSince", []);

    /// <summary>The number of the incident that gives the cause; the form begins with it.</summary>
    [SupplyParameterFromQuery]
    public string? Incident { get; set; }

    protected override IRequest<Result<RequirementBrief>> Ask(LiteracyRequirementId id) => new GetRefreshQuery(id);

    protected override void Begin(RequirementBrief requirement)
    {
        (_since, _due) = (Typed.Text(requirement.Today), Typed.Text(requirement.Today.AddDays(UsualDays)));
        if (Incident is { Length: > 0 and <= 40 } number) (_cause, Reason) = (RefreshCause.IncidentWithTrainingCause, $"A training gap helped incident {number} to happen.");
    }

    private Task SendAsync() =>
        SendAsync((requirement, faults) =>
            new RefreshRequirementCommand(requirement.Id, requirement.Version, _cause, Typed.Day(_since, "CompletedSince", faults), Typed.Day(_due, "DueFrom", faults), Reason));
}
