using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Plans.MyOffer;

public sealed partial class MyOfferPage
{
    private Error? _error;
    private MyOffers? _read;

    private string Finding =>
        _error?.Message
        ?? (_read is not { } read ? "Reading your offer."
            : read.Offers.Count == 0 ? "Nothing is offered to you."
            : read.Offers[0] switch
            {
                { Stage: MoveStage.Offered, AnswerBy: { } by } first when by >= read.Today => $"You are offered the role {first.Role}. You have until {Say.Day(by)} to answer, and nothing happens before.",
                { Stage: MoveStage.Offered } first => $"You were offered the role {first.Role}; the day to answer has passed. {first.Decider} can set a later one.",
                { Stage: MoveStage.Declined } first => $"You declined the role {first.Role}. It is not offered to you again.",
                { Stage: MoveStage.ChangeAsked } first => $"You asked for a change of the role {first.Role}. {first.Decider} answers.",
                var first => $"{first.Role}: {PlanWords.Of(first.Stage).ToLowerInvariant()}.",
            });

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetMyOfferQuery(), Closing);
        (_error, _read) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
