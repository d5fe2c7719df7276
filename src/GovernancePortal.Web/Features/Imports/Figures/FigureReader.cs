using System.Globalization;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Figures;

/// <summary>One figure of a file.</summary>
/// <param name="Name">Of the guardrail, the metric or the project.</param>
internal sealed record FigureRow(UnitId Unit, string Name, GuardrailType Type, DateOnly Day, double Value, int? Sample, string Source);

/// <summary>Checks each row and stages it; a row that stands there twice counts once, two rows that differ are told.</summary>
internal sealed class FigureReader(TableRows rows, UpsertTable target, BulkTable staged, ImportJob job, FigureUnits units)
{
    private readonly Dictionary<string, FigureRow> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, FigureRow> _rows = [];

    public int Repeated { get; private set; }

    /// <summary>What was staged, by row of the file.</summary>
    public IReadOnlyDictionary<int, FigureRow> Rows => _rows;

    public void ReadAll(CancellationToken cancellationToken)
    {
        while (rows.Read(cancellationToken))
        {
            var row = job.Upload.Kind switch
            {
                ImportKind.GuardrailFigures => Guardrail(),
                ImportKind.OutcomeFigures => Outcome(),
                _ => new FigureRow(UnitOf(), Text("project", DeliveryScope.ProjectMaxLength), default, default, 0, null, ""),
            };
            if (!rows.IsWrong) Keep(row);
        }
    }

    private FigureRow Guardrail()
    {
        var unit = UnitOf();
        var text = rows.Cell("figure");
        var (value, sample) = (0d, (int?)null);
        var known = BroughtFigures.TryType(text, out var type);
        if (!known) rows.Wrong("figure", "figure.unknown", text, $"one of {string.Join(", ", BroughtFigures.Types)}");
        else if (!BroughtFigures.TryValue(type, rows.Cell("value"), out value)) rows.Wrong("value", "value.unreal", rows.Cell("value"), BroughtFigures.Expected(type));
        if (known) sample = Sample(type);
        return new FigureRow(unit, known ? type.ToString() : "", type, Day(), value, sample, Source());
    }

    private FigureRow Outcome()
    {
        var (unit, metric) = (UnitOf(), Text("metric", AdoptionTarget.MetricMaxLength));
        var text = rows.Cell("value");
        if (!CellReader.TryMoney(text, out var value)) rows.Wrong("value", "value.unreal", text, "a number with a point before the decimals, such as 5.6");
        return new FigureRow(unit, metric, default, Day(), (double)value, null, Source());
    }

    private UnitId UnitOf()
    {
        var text = rows.Cell("unit");
        if (text.IsEmpty)
        {
            rows.Wrong("unit", "unit.missing", text, "the name or the path of a unit");
            return default;
        }

        var found = units.Find(text.ToString());
        if (found.Count == 0) rows.Wrong("unit", "unit.unknown", text, "the name or the path of a unit");
        else if (found.Count > 1) rows.Wrong("unit", "unit.several", text, "the path of a unit, because several have this name");
        else if (!job.Scope.Covers(found[0])) rows.Wrong("unit", "unit.not-covered", text, "a unit that your role covers");
        return found.Count == 1 ? found[0].Id : default;
    }

    private DateOnly Day()
    {
        var text = rows.Cell("day");
        if (!CellReader.TryDate(text, job.Mapping!.DateOrder, out var day)) rows.Wrong("day", "date.unreal", text, DateWords.Expected(job.Mapping.DateOrder));
        else if (day > job.Today) rows.Wrong("day", "date.future", text, "a day that has come");
        return day;
    }

    private int? Sample(GuardrailType type)
    {
        var text = rows.Cell("sample");
        if (text.IsEmpty)
        {
            if (BroughtFigures.NeedsSample(type)) rows.Wrong("sample", "sample.missing", text, "from how many cases the figure is; it is not taken from few");
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sample)) return sample;
        rows.Wrong("sample", "sample.unreal", text, "a whole number of cases");
        return null;
    }

    private string Source()
    {
        var text = rows.Cell("source");
        if (text.Length > OutcomeReading.SourceMaxLength) rows.Wrong("source", "text.long", text, $"at most {OutcomeReading.SourceMaxLength} characters");
        if (!text.IsEmpty) return text.ToString();
        // Where nothing is said, the file is what the figure comes from.
        var name = job.Upload.FileName;
        return name.Length > OutcomeReading.SourceMaxLength ? name[..OutcomeReading.SourceMaxLength] : name;
    }

    private string Text(string field, int longest)
    {
        var text = rows.Cell(field);
        if (text.IsEmpty) rows.Wrong(field, "text.missing", text, "a value");
        else if (text.Length > longest) rows.Wrong(field, "text.long", text, $"at most {longest} characters");
        return text.ToString();
    }

    private void Keep(FigureRow row)
    {
        var key = job.Upload.Kind == ImportKind.DeliveryUnits ? row.Name : $"{row.Unit.Value} {row.Day:O} {row.Name}";
        if (_seen.TryGetValue(key, out var before))
        {
            if (before == row) Repeated++;
            else rows.Wrong(target == FigureTables.ProjectUnits ? "unit" : "value", "figure.twice", rows.Cell(target == FigureTables.ProjectUnits ? "unit" : "value"), "what an earlier row says of the same");
            return;
        }

        _seen.Add(key, row);
        _rows.Add(rows.Row, row);
        Stage(row);
    }

    private void Stage(FigureRow row)
    {
        staged.BeginRow(rows.Row);
        staged.Set(target.IndexOf("UnitId"), row.Unit.Value);
        if (target == FigureTables.ProjectUnits)
        {
            staged.Set(target.IndexOf("Project"), row.Name);
            staged.EndRow();
            return;
        }

        if (target == FigureTables.Outcomes) staged.Set(target.IndexOf("Metric"), row.Name);
        else staged.Set(target.IndexOf("Type"), (int)row.Type);
        if (row.Sample is { } sample) staged.Set(target.IndexOf("Sample"), sample);
        staged.Set(target.IndexOf("Date"), row.Day);
        staged.Set(target.IndexOf("Value"), row.Value);
        staged.Set(target.IndexOf("Source"), row.Source);
        staged.EndRow();
    }
}
