using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Changes.GetReviewLoad;

public sealed partial class LoadPage
{
    private Error? _error;
    private ReviewLoad? _load;

    private string Finding
    {
        get
        {
            if (_load is not { } load) return _error is null ? "Counting…" : "The load could not be read.";
            var over = load.Groups.Count(g => g.Share > 1);
            var waits = load.Waiting == 0 ? "No change waits for a reviewer." : $"{Say.Number(load.Waiting, capital: true)} {(load.Waiting == 1 ? "change waits" : "changes wait")} for a reviewer, {Say.Number(load.Late)} longer than promised.";
            return load.Groups.Count == 0 ? waits : over == 0 ? $"No group of reviewers is past its limit. {waits}" : $"{Say.Number(over, capital: true)} {(over == 1 ? "group is" : "groups are")} past the limit. {waits}";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetReviewLoadQuery(), Closing);
        (_error, _load) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
