using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Figures;

/// <summary>Where figures and the units of projects go.</summary>
internal static class FigureTables
{
    private static readonly BulkColumn UnitId = new("UnitId", BulkType.Id);
    private static readonly BulkColumn Date = new("Date", BulkType.Date);
    private static readonly BulkColumn Value = new("Value", BulkType.Real);
    private static readonly BulkColumn Source = new("Source", BulkType.Text, OutcomeReading.SourceMaxLength);

    public static UpsertTable Guardrails { get; } = new("GuardrailReadings", [UnitId, new("Type", BulkType.Number), Date], [Value, new("Sample", BulkType.Number), Source]);

    public static UpsertTable Outcomes { get; } = new("OutcomeReadings", [UnitId, new("Metric", BulkType.Text, AdoptionTarget.MetricMaxLength), Date], [Value, Source]);

    public static UpsertTable ProjectUnits { get; } = new("DeliveryProjectUnits", [new("Project", BulkType.Text, DeliveryScope.ProjectMaxLength)], [UnitId]);

    public static UpsertTable Of(ImportKind kind) =>
        kind switch
        {
            ImportKind.GuardrailFigures => Guardrails,
            ImportKind.OutcomeFigures => Outcomes,
            _ => ProjectUnits,
        };

    /// <summary>What stood there before, of the rows that change a figure.</summary>
    public static string Before(UpsertTable table, string staging) =>
        $"""
        SELECT s.[Row], t.[Value], t.[Source] FROM {staging} AS s JOIN [{table.Target}] AS t ON {string.Join(" AND ", table.Keys.Select(k => $"t.[{k.Name}] = s.[{k.Name}]"))}
        WHERE s.[Changed] = 1 ORDER BY s.[Row]
        """;
}
