using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Organisation.GetPerson;

public sealed partial class PersonPage
{
    private Error? _error;
    private string _finding = "";
    private PersonResponse? _person;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var result = await Mediator.Send(new GetPersonQuery(new PersonId(Id)), Closing);
        _error = result.Error;
        _person = result.IsSuccess ? result.Value : null;
        _finding = _person is null ? "" : Finding(_person);
    }

    private static string Finding(PersonResponse person)
    {
        var role = person.WorkRole.Length > 0 ? person.WorkRole : person.IsContractor ? "A contractor" : "An employee";
        var place = person.UnitPath[(person.UnitPath.LastIndexOf(Unit.PathSeparator, StringComparison.Ordinal) + 1)..].TrimStart('/', ' ');
        var reports = person.Reports == 0 ? "" : $", with {Say.Number(person.Reports)} direct {(person.Reports == 1 ? "report" : "reports")}";
        return $"{role} in {place}{reports}.";
    }

    private static string Known(string? text) => string.IsNullOrEmpty(text) ? "not known" : text;

    private static string Named(IReadOnlyList<string> names) => names.Count == 0 ? "none named" : string.Join(", ", names);
}
