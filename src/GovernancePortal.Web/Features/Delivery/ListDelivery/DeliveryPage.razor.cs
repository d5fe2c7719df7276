using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Delivery.ListDelivery;

/// <summary>Deployments and the incidents that are put down to them.</summary>
public sealed partial class DeliveryPage
{
    private PageOf<DeliveryProject>? _projects;
    private DeliveryIncidents? _incidents;
    private Error? _error;
    private string? _shown;

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [SupplyParameterFromQuery]
    private int? Incidents { get; set; }

    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    /// <summary>Only of projects that this unit, or one below it, answers for.</summary>
    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    private UnitId? Chosen => Unit is { } id ? new UnitId(id) : null;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Finding =>
        _error is not null ? "Delivery data could not be read."
        : _incidents is not { } found ? "Counting deployments…"
        : found is { All: 0, Deployments: 0, Unit: { } unit } ? $"Nobody has said which projects {unit} answers for, or nothing of them has been imported."
        : found is { All: 0, Deployments: 0 } ? "Nothing is known yet. Import deployments, incidents and the projects they belong to."
        : $"{(found.Unit is { } name ? $"{name}: " : "")}{Words(found.Failed, found.Deployments)} {Unlinked(found)}";

    protected override async Task OnParametersSetAsync()
    {
        var here = Address(Page ?? 1, Incidents ?? 1, Show);
        if (here.Equals(_shown, StringComparison.Ordinal)) return;
        _shown = here;
        var projects = await Mediator.Send(new ListDeliveryProjectsQuery(new Paging(Page ?? 1, Paging.DefaultSize), Chosen), Closing);
        var incidents = await Mediator.Send(new ListDeliveryIncidentsQuery(IsUnlinked, new Paging(Incidents ?? 1, Paging.DefaultSize), Chosen), Closing);
        (_projects, _incidents) = (projects.IsSuccess ? projects.Value : null, incidents.IsSuccess ? incidents.Value : null);
        _error = projects.Error ?? incidents.Error;
    }

    /// <summary>A rate with what it rests on, or that it rests on too little.</summary>
    public static string RateWords(DeliveryProject project) =>
        project.Rate is not { Plain: { } plain } rate
            ? project.Deployments == 0 ? "No deployments" : $"{project.Failed} of {project.Deployments}: too few to claim anything"
            : $"{Say.Percent(plain)} of {Say.Count(project.Deployments)}, 95% range {Say.Percent(rate.Range.Low)} to {Say.Percent(rate.Range.High)}";

    private bool IsUnlinked => string.Equals(Show, "unlinked", StringComparison.Ordinal);

    private static string LinkWords(DeliveryIncidentRow incident) =>
        incident.Links.Count > 0 ? string.Join(", ", incident.Links)
        : incident.HasProject ? "Not linked: no deployment had gone into production before it"
        : "Not linked: no project has this scope";

    private static string Words(int failed, int deployments) =>
        deployments < DeliveryProject.SmallestSample
            ? $"{Say.Number(failed, capital: true)} of {Say.Of(deployments, "deployment", "deployments")} failed, too few to claim anything."
            : $"{Say.Percent((double)failed / deployments)} of {Say.Of(deployments, "deployment", "deployments")} failed.";

    private static string Unlinked(DeliveryIncidents found) =>
        found.All == 0 ? "No incident is known."
        : found.Unlinked == 0 ? $"{(found.All == 1 ? "The one incident is" : $"All {Say.Count(found.All)} incidents are")} linked to a deployment."
        : $"{Say.Number(found.Unlinked, capital: true)} of {Say.Of(found.All, "incident", "incidents")} {(found.Unlinked == 1 ? "is" : "are")} linked to no deployment.";

    private void Go(string? show) => Navigation.NavigateTo(Address(Page ?? 1, 1, show));

    private string Address(int page, int incidents, string? show) => Address(page, incidents, show, Unit);

    private static string Address(int page, int incidents, string? show, Guid? unit) =>
        QueryHelpers.AddQueryString(
            "delivery",
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["page"] = page > 1 ? $"{page}" : null, ["incidents"] = incidents > 1 ? $"{incidents}" : null, ["show"] = show, ["unit"] = unit?.ToString() }
                .Where(p => !string.IsNullOrEmpty(p.Value))
        );
}
