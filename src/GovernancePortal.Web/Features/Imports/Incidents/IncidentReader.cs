using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Delivery;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.Figures;
using GovernancePortal.Web.Features.Incidents.Reading;

namespace GovernancePortal.Web.Features.Imports.Incidents;

/// <summary>An incident as a row tells it.</summary>
internal sealed record IncidentLine(int Row, string Number, IncidentFacts Facts, Cause? Cause);

/// <summary>Checks what each row says; every error is told at its cell.</summary>
internal sealed class IncidentReader(TableRows rows, ImportJob job, FigureUnits units)
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a time came without its zone and was read as UTC.</summary>
    public bool ReadAsUtc { get; private set; }

    public IEnumerable<IncidentLine> ReadAll(CancellationToken cancellationToken)
    {
        while (rows.Read(cancellationToken))
        {
            var line = new IncidentLine(rows.Row, Text("number"), Facts(), Cause());
            if (line.Number.Length == 0) rows.Wrong("number", "text.missing", "", "a number by which it is known when it comes again");
            else if (line.Number.Length > Incident.NumberMaxLength) rows.Wrong("number", "text.long", line.Number, $"at most {Incident.NumberMaxLength} characters");
            else if (!_seen.Add(line.Number)) rows.Wrong("number", "incident.twice", line.Number, "a number that only one row has");
            if (!rows.IsWrong) yield return line;
        }
    }

    /// <summary>Tells what the domain says of facts or cause, at the cell it is about.</summary>
    public static void Tell(ImportJob job, TableRows rows, IncidentLine line, Error error)
    {
        foreach (var fault in error.Fields)
        {
            var field = ColumnOf(fault.Field);
            job.Report.Errors.Add(line.Row, rows.Has(field) ? rows.NameOf(field) : $"({field})", "incident.fact", "", fault.Message);
        }
    }

    private static string ColumnOf(string field) =>
        field switch
        {
            nameof(IncidentFacts.UnitId) => "unit",
            nameof(Domain.Incidents.Cause.Words) => "cause",
            _ => Codes.Of(field),
        };

    private IncidentFacts Facts() =>
        new(Text("title"), Severity(), UnitOf(), Time("startedAt", isNeeded: true) ?? default, Time("detectedAt"), Time("endedAt"), Text("systems"), Customers(), Loss(), Text("lossNote"));

    private Cause? Cause()
    {
        var faults = new List<FieldError>();
        var cause = CauseVocabulary.Read(Text("involvement"), Text("autonomy"), Text("factors"), Text("cause"), "the imported file", faults);
        foreach (var fault in faults) rows.Wrong(fault.Field, $"{fault.Field}.unknown", rows.Cell(fault.Field), Expected(fault.Field));
        return cause;
    }

    private static string Expected(string field) =>
        field switch
        {
            "involvement" => CauseVocabulary.ExpectedInvolvement,
            "autonomy" => $"{CauseVocabulary.ExpectedAutonomy}, not against what the row says of AI's part",
            _ => CauseVocabulary.ExpectedFactors,
        };

    private int Severity()
    {
        var text = rows.Cell("severity");
        if (int.TryParse(text.TrimStart("SEVsev-").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var severity) && severity is >= 1 and <= 4) return severity;
        rows.Wrong("severity", "severity.unreal", text, "1, the worst, to 4");
        return 0;
    }

    private UnitId UnitOf()
    {
        var text = rows.Cell("unit");
        var found = units.Find(text.ToString());
        if (found.Count == 0) rows.Wrong("unit", "unit.unknown", text, "the name or the path of a unit");
        else if (found.Count > 1) rows.Wrong("unit", "unit.several", text, "the path of a unit, because several have this name");
        else if (!job.Scope.Covers(found[0])) rows.Wrong("unit", "unit.not-covered", text, "a unit that your role covers");
        return found.Count == 1 ? found[0].Id : default;
    }

    private DateTimeOffset? Time(string field, bool isNeeded = false)
    {
        var text = rows.Cell(field);
        if (text.IsEmpty && !isNeeded) return null;
        if (DeliveryTimes.TryRead(text, out var time, out var hasZone))
        {
            ReadAsUtc |= !hasZone;
            return time;
        }

        rows.Wrong(field, "time.unreal", text, "a time with the year first, such as 2026-10-13T09:20:00Z");
        return null;
    }

    private long? Customers()
    {
        var text = rows.Cell("customersAffected");
        if (text.IsEmpty) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var customers)) return customers;
        rows.Wrong("customersAffected", "number.unreal", text, "a whole number");
        return null;
    }

    private decimal? Loss()
    {
        var text = rows.Cell("loss");
        if (text.IsEmpty) return null;
        if (CellReader.TryMoney(text, out var loss)) return loss;
        rows.Wrong("loss", "amount.unreal", text, "an amount with a point before the decimals");
        return null;
    }

    private string Text(string field) => rows.Cell(field).ToString();
}
