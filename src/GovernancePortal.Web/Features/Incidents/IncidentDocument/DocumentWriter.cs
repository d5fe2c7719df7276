using System.Globalization;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Incidents.IncidentDocument;

/// <summary>Puts what was written about an incident into sections.</summary>
internal static class DocumentWriter
{
    public static PostIncident Write(IncidentDetails read) =>
        new(
            read.Incident.Number,
            read.Incident.Title,
            IncidentFinding.Of(read),
            read.Now,
            [
                new("Facts", Facts(read)),
                new("Cause", Cause(read.Incident)),
                new("Versions of the cause", Lines(read.Incident.Attributions.SelectMany(v => Version(read, v)), "Nobody has stated the cause yet.")),
                new("What happened", Lines(read.Incident.Events.SelectMany(e => Event(read, e)), "Nobody has written down what happened when.")),
                new("Follow-up", Lines(read.Incident.Actions.SelectMany(a => Action(read, a)), "No follow-up is placed.")),
                new("Hangs together with", Lines(read.Incident.Links.Select(Link), "Nothing is linked.")),
                new("Corrected facts", Lines(read.Incident.Corrections.SelectMany(c => Correction(read, c)), "Nothing was corrected.")),
            ]);

    private static IReadOnlyList<DocumentLine> Lines(IEnumerable<DocumentLine> lines, string none)
    {
        var list = lines.ToList();
        return list.Count == 0 ? [new(none)] : list;
    }

    private static IReadOnlyList<DocumentLine> Facts(IncidentDetails read)
    {
        var i = read.Incident;
        var lines = new List<DocumentLine>
        {
            new($"Severity {i.Severity}, {read.UnitName}, {IncidentFinding.State(i)}"),
            new($"Began {Say.Time(i.StartedAt)} UTC{(i.DetectedAt is { } noticed ? $", noticed {Say.Time(noticed)}" : "")}{(i.EndedAt is { } end ? $", ended {Say.Time(end)}" : ", goes on")}"),
            new($"Reported by {read.NameOf(i.ReportedBy)}, {Say.Time(i.ReportedAt)}"),
        };
        if (i.Systems.Length > 0) lines.Add(new($"Systems: {i.Systems}"));
        if (i.CustomersAffected is { } customers) lines.Add(new($"Customers affected: {Say.Count(customers)}"));
        if (i.Loss is { } loss) lines.Add(new($"Loss: {loss.ToString("#,0.##", CultureInfo.InvariantCulture)}{(i.LossNote.Length > 0 ? $" ({i.LossNote})" : "")}"));
        return lines;
    }

    private static IReadOnlyList<DocumentLine> Cause(Incident incident) =>
        incident.InForce is not { } cause
            ? [new("Nobody has stated the cause yet.")]
            :
            [
                new(cause.Words),
                new($"AI involvement: {IncidentWords.Involvement(cause.Involvement)}{(incident.IsAiRelated ? ". Counts as AI-related in every total" : "")}"),
                new($"Would it have happened without the AI’s contribution? {IncidentWords.Answer(cause.ButFor)}. {cause.ButForWords}".TrimEnd()),
                new($"Contributing factors: {IncidentWords.FactorList(cause.Factors)}"),
            ];

    private static IEnumerable<DocumentLine> Version(IncidentDetails read, IncidentAttribution v)
    {
        var number = read.Versions.TryGetValue(v.Number, out var entry) ? $", ledger #{entry}" : "";
        var state = v.State switch
        {
            AttributionState.InForce => "in force",
            AttributionState.Struck => "struck",
            AttributionState.Refused => "refused, never in force",
            _ => "waits for a second person",
        };
        yield return new($"Version {v.Number}, {state}: {v.Words} {IncidentWords.Involvement(v.Involvement)}. {IncidentWords.FactorList(v.Factors)}.", v.State is AttributionState.Struck or AttributionState.Refused);
        var decided = v.DecidedAt is { } at ? $" {(v.State == AttributionState.Refused ? "Refused" : "Agreed")} by {read.NameOf(v.DecidedBy)}, {Say.Time(at)}{(v.RefusalReason is { } why ? $": “{why}”" : ".")}" : "";
        yield return new($"Written by {read.NameOf(v.ProposedBy)}, {Say.Time(v.ProposedAt)}{number}{(v.Reason.Length > 0 ? $": “{v.Reason}”" : ".")}{decided}");
    }

    // What is struck stays readable, and why it was struck is not struck with it.
    private static IEnumerable<DocumentLine> Event(IncidentDetails read, IncidentEvent e)
    {
        yield return new($"{Say.Time(e.At)}: {e.Words}", e.StruckAt is not null);
        if (e.StruckAt is not null) yield return new($"Struck by {read.NameOf(e.StruckBy)}: “{e.StruckReason}”");
    }

    private static IEnumerable<DocumentLine> Action(IncidentDetails read, IncidentAction a)
    {
        yield return new($"{a.Title}: {read.NameOf(a.Owner)}, due {Say.Day(a.DueOn)}, {a.State.ToString().ToLowerInvariant()}", a.State == IncidentActionState.Dropped);
        if (a.DropReason is { } why) yield return new($"No longer needed: “{why}”");
    }

    private static DocumentLine Link(IncidentLink link) => new($"{IncidentWords.Link(link.Kind)}: {link.Reference}{(link.Note.Length > 0 ? $", {link.Note}" : "")}");

    private static IEnumerable<DocumentLine> Correction(IncidentDetails read, IncidentCorrection c)
    {
        yield return new(IncidentWords.Facts(c.Before), IsStruck: true);
        yield return new($"Corrected by {read.NameOf(c.By)}, {Say.Time(c.At)}: “{c.Reason}”");
    }
}
