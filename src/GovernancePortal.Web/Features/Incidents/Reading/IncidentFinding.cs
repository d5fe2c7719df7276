using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <summary>What an incident was, in a sentence or two.</summary>
public static class IncidentFinding
{
    public static string Of(IncidentDetails read)
    {
        var length = IncidentWords.Length(read.Length);
        var lasted = read.Incident.EndedAt is null ? $"It has gone on for {length}." : $"It lasted {length}.";
        return read.Incident.InForce is null ? $"Nobody has stated yet why it happened. {lasted}" : $"{Why(read.Incident)}. {lasted}";
    }

    public static string State(Incident incident)
    {
        var done = incident.Actions.Count(a => a.State != IncidentActionState.Open);
        return incident.State switch
        {
            IncidentState.Closed => $"Closed {Say.Time(incident.ClosedAt!.Value)}",
            IncidentState.Reported => "Reported, cause not stated",
            _ when incident.Actions.Count == 0 => "Open: no follow-up placed",
            _ => $"Open: {done} of {Say.Of(incident.Actions.Count, "follow-up", "follow-ups")} done",
        };
    }

    private static string Why(Incident incident) =>
        incident.AiInvolvement == AiInvolvement.Unknown
            ? "What AI had to do with it is not known yet, so it counts like AI-related ones"
            : IncidentWords.Involvement(incident.AiInvolvement);
}
