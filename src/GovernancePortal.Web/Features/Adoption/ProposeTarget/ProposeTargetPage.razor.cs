using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Adoption.ProposeTarget;

public sealed partial class ProposeTargetPage
{
    private ProposalStart? _start;
    private ProposalForm? _form;
    private IReadOnlyList<FieldError> _faults = [];
    private Error? _error;
    private bool _busy;
    private bool _toSummary;
    private ElementReference _summary;

    /// <summary>A draft that was sent back; null for a new target.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string? Caveat => _start switch
    {
        null => _error?.Message,
        { HasPerson: false } => AccessErrors.NoPerson.Message,
        { Draft.RejectionReason: { } reason } => $"It was sent back: {reason}",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetProposalQuery(Id is { } id ? new AdoptionTargetId(id) : null), Closing);
        (_start, _error) = (result.IsSuccess ? result.Value : null, result.Error);
        if (_start is not null) _form = new ProposalForm(_start);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_toSummary) return;
        _toSummary = false;
        await _summary.FocusAsync();
    }

    private async Task SendAsync()
    {
        if (_busy || _form is null) return;
        _busy = true;
        (_faults, _error) = ([], null);

        var read = _form.Read(Id is { } id ? new AdoptionTargetId(id) : null, _start!.Draft?.Version ?? 0);
        if (read.Faults.Count > 0) Tell(read.Faults);
        else await SendAsync(read.Command);
        _busy = false;
    }

    private async Task SendAsync(ProposeTargetCommand command)
    {
        var result = await Mediator.Send(command, Closing);
        if (result.IsSuccess) Navigation.NavigateTo($"targets/{result.Value}");
        else if (result.Error!.Fields.Count > 0) Tell(result.Error.Fields);
        else _error = result.Error;
    }

    private void Tell(IReadOnlyList<FieldError> faults) => (_faults, _toSummary) = (faults, true);

    private bool Has(string field) => _faults.Any(f => f.Field == field);

    // With a base address a bare "#field" would lead to the home page.
    private string ToField(string field) => new Uri(Navigation.Uri).AbsolutePath.TrimStart('/') + "#" + field;

    private async Task<IReadOnlyList<string>> FindUnitsAsync(string text) => Offer(await Mediator.Send(new FindUnitsQuery(text), Closing), _form!.Units);

    private async Task<IReadOnlyList<string>> FindPeopleAsync(string text) => Offer(await Mediator.Send(new FindOwnersQuery(text), Closing), _form!.People);

    private static IReadOnlyList<string> Offer(Result<IReadOnlyList<Choice>> found, Dictionary<string, Guid> known)
    {
        if (!found.IsSuccess) return [];
        foreach (var choice in found.Value) known[choice.Label] = choice.Id;
        return [.. found.Value.Select(c => c.Label)];
    }
}
