using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Knowledge.GetPage;

public sealed partial class PageDetailsPage
{
    private Error? _error;
    private PageDetails? _page;
    private Guid? _read;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The decision that is being made.</summary>
    [SupplyParameterFromQuery]
    private string? Do { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override Task OnParametersSetAsync() => _read == Id ? Task.CompletedTask : LoadAsync();

    private static string Event(string kind) =>
        kind switch
        {
            "page.verified" => "verified",
            "page.corrected" => "its entry was corrected",
            "page.quarantined" => "quarantined",
            "page.withdrawn" => "withdrawn",
            "page.doubted" => "a wrong answer was reported",
            _ => kind,
        };

    private async Task BackAsync()
    {
        await LoadAsync();
        Navigation.NavigateTo($"knowledge/{Id}");
    }

    private async Task LoadAsync()
    {
        _read = Id;
        var result = await Mediator.Send(new GetPageQuery(new KnowledgePageId(Id)), Closing);
        (_error, _page) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
