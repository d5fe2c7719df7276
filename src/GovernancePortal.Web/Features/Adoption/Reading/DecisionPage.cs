using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Components.Shared;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>A page on which one decision about one target is taken: it shows what is decided on, keeps what was typed, and tells both versions of a race.</summary>
public abstract class DecisionPage : PortalComponent
{
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The target as it is now.</summary>
    public TargetBrief? Target { get; private set; }

    /// <summary>The target as it was when the decision was taken, if somebody else changed it since.</summary>
    public TargetBrief? Seen { get; private set; }

    public Error? Error { get; private set; }

    public bool Busy { get; private set; }

    /// <summary>The target's own page, or the home of somebody who may stop or accept a target and not see the rest of it.</summary>
    public string Back => Target?.MaySee == false ? "" : $"targets/{Id}";

    public string Text { get; set; } = "";

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    public async Task DecideAsync()
    {
        if (Busy || Target is not { } target) return;
        Busy = true;
        var result = await Mediator.Send(Decide(target.Id, target.Version, Text), Closing);
        if (result.IsSuccess) Navigation.NavigateTo(Back);
        else if (result.Error!.Kind == ErrorKind.Conflict) (Seen, _) = (target, await LoadAsync());
        Error = result.Error;
        Busy = false;
    }

    protected abstract IRequest<Result<TargetBrief>> Ask(AdoptionTargetId id);

    protected abstract IRequest<Result> Decide(AdoptionTargetId id, int version, string text);

    protected override async Task OnParametersSetAsync() => Error = await LoadAsync();

    private async Task<Error?> LoadAsync()
    {
        var result = await Mediator.Send(Ask(new AdoptionTargetId(Id)), Closing);
        if (result.IsSuccess) Target = result.Value;
        return result.Error;
    }
}
