using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Tables;

namespace GovernancePortal.Web.Features.Scenarios.ExportRun;

/// <summary>A run as a workbook: summary, months of every policy, parameters with what they rest on, and what decides.</summary>
internal static class RunWorkbook
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly FileColumn[] SummaryColumns = [new("What", 44), new("Value", 22), new("Note", 80)];

    private static readonly FileColumn[] PolicyColumns =
    [
        new("Policy", 20), new("NPV against the first", 20), new("Pays back from month", 12), new("Mean of draws against the first", 18), new("Best in so many draws", 12), new("Severe incidents", 12),
        new("Incident hours", 12), new("Mean incident loss", 18), new("P95 incident loss", 18), new("Work not delivered, mean", 14), new("People at the end", 12), new("Severance and training", 18),
    ];

    private static readonly FileColumn[] ParameterColumns = [new("Key", 28), new("Meaning", 60), new("Unit", 18), new("Value", 40), new("Default", 10), new("Grade", 8), new("Rests on", 90)];

    private static readonly FileColumn[] DriverColumns = [new("Parameter", 28), new("Meaning", 60), new("Grade", 8), new("Rank correlation", 14), new("Share of explained", 14), new("Low", 16), new("High", 16), new("Moving less cutting at low", 20), new("Moving less cutting at high", 20)];

    public static TableFile Write(ScenarioTitle scenario, ScenarioRunView run)
    {
        var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            FileStyles.AddTo(workbook);
            var sheets = new Sheets();
            Add(workbook, sheets, "Summary", SummaryColumns, sheet => Summary(sheet, scenario, run));
            Add(workbook, sheets, "Policies", PolicyColumns, sheet => OfPolicies(sheet, run.Report));
            Add(workbook, sheets, "Months", RunMonths.Columns, sheet => RunMonths.Write(sheet, run.Report.Outcome));
            Add(workbook, sheets, "Parameters", ParameterColumns, sheet => OfParameters(sheet, run));
            Add(workbook, sheets, "Drivers", DriverColumns, sheet => Drivers(sheet, run.Report));
            workbook.Workbook.AppendChild(sheets);
        }

        content.Position = 0;
        return new TableFile(content, Type, $"{FileName.Of(scenario.Name, run.Number)}.xlsx");
    }

    private static void Add(WorkbookPart workbook, Sheets sheets, string name, IReadOnlyList<FileColumn> columns, Action<TableSheet> write)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var sheet = new TableSheet(part, columns)) write(sheet);
        sheets.AppendChild(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });
    }

    private static void Summary(TableSheet sheet, ScenarioTitle scenario, ScenarioRunView run)
    {
        var report = run.Report;
        sheet.Add("Scenario", scenario.Name, scenario.UnitPath);
        sheet.Add("Run", run.Number, string.Join(' ', run.Changes));
        sheet.Add("Run on (UTC)", run.RanAt, $"by {run.RanByName}");
        sheet.Add("Model version", run.ModelVersion);
        // As text: a spreadsheet rounds long numbers.
        sheet.Add("Seed", run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture), "The same seed and inputs give the same numbers.");
        sheet.Add("Draws", run.Draws);
        sheet.Add("Months", run.Input.HorizonMonths);
        sheet.Add("Revenue a year", new Figure(run.Input.AnnualRevenue), run.Input.Currency);
        sheet.Add("Positions", new Figure(report.Outcome.Staff.Headcount));
        sheet.Add("Displaced", new Figure(report.Outcome.Staff.Displaced));
        sheet.Add("Best policy by expected value", report.Outcome.Best ?? "none");
        if (report.MonteCarlo.ReallocateVsCut is { } contest)
        {
            sheet.Add("Verdict on moving against cutting", contest.Verdict);
            if (contest.ProbabilityReallocateBeatsCut is { } beats) sheet.Add("Moving beats cutting in so many draws", beats, $"plus or minus {contest.StandardError:0.####} from the number of draws alone");
            sheet.Add("Moving less cutting, mean", new Figure(contest.DeltaMean));
            sheet.Add("Moving less cutting, P10, P50, P90", new Figure(contest.DeltaP50), System.FormattableString.Invariant($"{contest.DeltaP10:R} to {contest.DeltaP90:R}"));
        }

        if (report.MonteCarlo.JudgementShare is { } judgement) sheet.Add("Explained by parameters that rest on judgement", judgement, judgement > MonteCarloResult.MostlyJudgement ? "This result rests mostly on judgement." : "");
        if (report.BestMix is { } mix) sheet.Add("Best mix found", null, System.FormattableString.Invariant($"cut {mix.LayoffShare:P0}, move {mix.ReallocShare:P0}, attrition {mix.AttritionShare:P0}"));
        foreach (var even in report.BreakEvens) sheet.Add($"Break-even of {ModelParameters.Of(even.Parameter).Key}", even.Value is { } value ? new Figure(value) : "none", System.FormattableString.Invariant($"looked for between {even.From} and {even.To}"));
        if (!run.IsWhole) sheet.Add("Positions in this file", null, RunJson.Merged);
    }

    private static void OfPolicies(TableSheet sheet, ScenarioReport report)
    {
        foreach (var (policy, risk) in report.Outcome.Policies.Zip(report.MonteCarlo.Policies))
        {
            var first = report.MonteCarlo.Policies[0];
            sheet.Add(
                policy.Policy.Name, new Figure(policy.NpvVsFirst), policy.PaybackMonthVsFirst, new Figure(risk.NpvMean - first.NpvMean),
                risk.ProbabilityBest, new Figure(policy.Incidents), new Figure(policy.IncidentHours), new Figure(risk.IncidentLossMean), new Figure(risk.IncidentLossP95), new Figure(policy.AverageShortfall),
                new Figure(policy.EndHeadcount), new Figure(policy.OneOffCost));
        }
    }

    private static void OfParameters(TableSheet sheet, ScenarioRunView run)
    {
        foreach (var p in RunParameter.Of(run)) sheet.Add(p.Definition.Key, p.Definition.Meaning, p.Definition.Unit, ScenarioChanges.Words(p.Value), p.IsDefault, p.Definition.Grade.ToString(), p.Source);
    }

    private static void Drivers(TableSheet sheet, ScenarioReport report)
    {
        var swings = report.Tornado?.Rows.ToDictionary(r => r.Parameter) ?? [];
        foreach (var driver in report.MonteCarlo.Drivers)
        {
            var definition = ModelParameters.Of(driver.Parameter);
            var swing = swings.GetValueOrDefault(driver.Parameter);
            sheet.Add(
                definition.Key, definition.Meaning, definition.Grade.ToString(), new Figure(driver.RankCorrelation), driver.ShareOfExplained, Optional(swing?.Low), Optional(swing?.High), Optional(swing?.DeltaLow), Optional(swing?.DeltaHigh));
        }
    }

    private static object? Optional(double? value) => value is { } number ? new Figure(number) : null;
}
