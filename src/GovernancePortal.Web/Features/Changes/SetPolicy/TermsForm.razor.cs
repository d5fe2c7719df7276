using System.Globalization;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.SetPolicy;

public sealed partial class TermsForm
{
    private string _approvals = "";
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private Level _from;
    private string _hours = "";
    private bool _literacy;
    private string _most = "";
    private RiskTier _tier = RiskTier.Limited;
    private Guid _unit;
    private Level _upTo;

    [Parameter]
    public EventCallback Done { get; set; }

    protected override void OnInitialized() => Fill();

    // The default is where everybody starts from.
    private void Fill()
    {
        var terms = SignOffTerms.Default(_tier);
        (_approvals, _upTo, _from, _literacy) = (Typed.Text(terms.Approvals), terms.AuthorsUpTo, terms.ApproverFrom, terms.NeedsLiteracy);
        (_most, _hours) = (terms.MostPerWeek.ToString(CultureInfo.InvariantCulture), terms.PromiseHours.ToString(CultureInfo.InvariantCulture));
    }

    private void Tier(ChangeEventArgs e)
    {
        if (Enum.TryParse(e.Value as string, out _tier)) Fill();
    }

    private async Task<IReadOnlyList<PickedUnit>> FindAsync(string? text, CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new FindPolicyUnitsQuery(text), cancellationToken);
        return found.IsSuccess ? found.Value : [];
    }

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var faults = new List<FieldError>();
        var (approvals, most, hours) = (Typed.Number(_approvals, "Approvals", faults), Typed.Number(_most, "MostPerWeek", faults), Typed.Number(_hours, "PromiseHours", faults));
        _faults = faults;
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(new SetSignOffTermsCommand(new UnitId(_unit), _tier, new SignOffTerms(approvals ?? -1, _upTo, _from, _literacy, most ?? 0, hours ?? 0)), Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) await Done.InvokeAsync();
        }

        _busy = false;
    }
}
