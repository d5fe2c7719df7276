using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.ListIncidents;

public sealed partial class IncidentsPage
{
    private static readonly (string Value, string Word)[] AiWords =
    [
        ("related", "AI-related"),
        ("advice", "A person acted on AI advice"),
        ("authored", "AI wrote it"),
        ("alone", "AI acted on its own"),
        ("stalesource", "AI passed on a stale page"),
        ("unknown", "Not known yet"),
        ("notai", "AI had no part in it"),
    ];

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private int? Severity { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Ai { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? Until { get; set; }

    protected override IncidentsAddress Here => new(Search, State, Severity, Unit, Ai, From, Until, Sort, Page ?? 1);

    protected override string Noun => "incidents";

    protected override string FindingOf(IncidentList list) => IncidentsFinding.Of(list, Here.Filter);

}
