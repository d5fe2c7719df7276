using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.GetIncident;

public sealed partial class VersionPanel
{
    internal enum Change
    {
        Kept,
        Struck,
        Added,
    }

    [Parameter, EditorRequired]
    public IncidentDetails Read { get; set; } = default!;

    [Parameter, EditorRequired]
    public IncidentAttribution Version { get; set; } = default!;

    private string? Tone => Version.State switch { AttributionState.InForce => "now", AttributionState.Refused => "refused", _ => null };

    private string Words => Version.State switch
    {
        AttributionState.InForce => ", in force",
        AttributionState.Refused => ", never in force",
        AttributionState.Waiting => ", proposed",
        _ => ", struck",
    };

    private string Mark => Version.State switch { AttributionState.Refused => "fails", AttributionState.Waiting => "wait", _ => "holds" };

    private string Decision => Version.State switch
    {
        AttributionState.Refused => "Agreement refused",
        AttributionState.Waiting => "Waits for a second person",
        _ => "Agreed by a second person",
    };

    /// <summary>What it states about AI and factors, against the version that stood when it was written.</summary>
    private IEnumerable<(string Text, Change Kind)> Changes
    {
        get
        {
            var before = Read.Incident.Attributions.FirstOrDefault(a => a.Number < Version.Number && a.State != AttributionState.Refused);
            var (was, now) = (before is null ? [] : Statements(before), Statements(Version));
            foreach (var text in before is null ? [] : was.Except(now, StringComparer.Ordinal)) yield return (text, Change.Struck);
            foreach (var text in now) yield return (text, before is null || was.Contains(text, StringComparer.Ordinal) ? Change.Kept : Change.Added);
        }
    }

    private static string[] Statements(IncidentAttribution version) =>
        [
            IncidentWords.Involvement(version.Involvement) + ".",
            .. version.ButFor == ButFor.Unanswered ? Array.Empty<string>() : [$"Without AI: {IncidentWords.Answer(version.ButFor)}."],
            .. version.Factors.Each().Select(f => IncidentWords.Factors.First(w => w.Value == f).Word + "."),
        ];
}
