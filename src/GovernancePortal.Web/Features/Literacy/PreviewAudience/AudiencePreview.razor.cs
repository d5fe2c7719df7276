using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Platform.Words;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.PreviewAudience;

public sealed partial class AudiencePreview : IDisposable
{
    /// <summary>Whoever types is not asked about after every letter.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource _asking = new();
    private PreviewAudienceQuery? _asked;
    private bool _isAsking;
    private string? _more;
    private string _words = "Counting people…";

    [Parameter, EditorRequired]
    public Guid Unit { get; set; }

    [Parameter, EditorRequired]
    public Guid Course { get; set; }

    /// <summary>The rule as it stands in the form; null while it cannot be read.</summary>
    [Parameter, EditorRequired]
    public RuleTerms? Terms { get; set; }

    [Parameter]
    public DateOnly? CompletedSince { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _asking.Cancel();
        _asking.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Terms is null || Unit == Guid.Empty) return;
        var query = new PreviewAudienceQuery(new UnitId(Unit), new CourseId(Course), Terms, CompletedSince);
        if (query == _asked) return;

        var isFirst = _asked is null;
        (_asked, _isAsking) = (query, true);
        await _asking.CancelAsync();
        _asking.Dispose();
        _asking = new CancellationTokenSource();
        try
        {
            await AskAsync(query, isFirst ? TimeSpan.Zero : Pause, _asking.Token);
        }
        catch (OperationCanceledException)
        {
            // A newer question answers, or the page was left.
        }
    }

    private async Task AskAsync(PreviewAudienceQuery query, TimeSpan pause, CancellationToken cancellationToken)
    {
        await Task.Delay(pause, cancellationToken);
        var result = await Mediator.Send(query, cancellationToken);
        if (cancellationToken.IsCancellationRequested) return;
        _isAsking = false;
        (_words, _more) = result.IsSuccess ? Tell(result.Value) : (result.Error!.Message, null);
    }

    private static (string Words, string? More) Tell(AudienceFigures figures)
    {
        if (figures.People is not { } people) return ("It covers fewer than five people.", "How many is not shown, because it would tell who uses the tool.");
        if (people == 0) return ("It covers nobody now.", null);

        var meet = figures.Meet switch { null or 0 => "none of them meets it yet", 1 => "1 of them already meets it", { } many => $"{Say.Count(many)} of them already meet it" };
        var words = $"It covers {(figures.Rounded ? "about " : "")}{Say.Of(people, "person", "people")} now; {meet}.";
        var joining = figures.Joining > 0 ? $"{Say.Of(figures.Joining.Value, "of them is a joiner who has", "of them are joiners who have")} time left. " : "";
        var rounded = figures.Rounded ? "Rounded to fives, so that nobody can tell who uses the tool." : "";
        return (words, joining.Length + rounded.Length == 0 ? null : (joining + rounded).Trim());
    }
}
