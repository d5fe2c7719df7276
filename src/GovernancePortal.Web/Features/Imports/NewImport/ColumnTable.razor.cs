using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Imports.NewImport;

/// <summary>The columns of a file and what each is imported as.</summary>
public sealed partial class ColumnTable
{
    [Parameter, EditorRequired]
    public ImportKind Kind { get; set; }

    [Parameter, EditorRequired]
    public PreviewTable Table { get; set; } = default!;

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback<ColumnMapping> OnChanged { get; set; }

    private IReadOnlyList<ImportField> Fields => ImportFields.Of(Kind);

    private string FieldOf(string header) => Table.Mapping.Columns.GetValueOrDefault(header, "");

    private bool Uses(string field) => Table.Mapping.Columns.Values.Contains(field, StringComparer.Ordinal);

    private Task MapAsync(string header, string? field)
    {
        var columns = new Dictionary<string, string>(Table.Mapping.Columns, StringComparer.Ordinal);
        columns.Remove(header);
        if (Fields.FirstOrDefault(f => f.Key.Equals(field, StringComparison.Ordinal)) is { } chosen)
        {
            // A field that takes one column moves from the column that held it.
            if (!chosen.Many) foreach (var old in columns.Where(c => c.Value.Equals(field, StringComparison.Ordinal)).Select(c => c.Key).ToArray()) columns.Remove(old);
            columns[header] = chosen.Key;
        }

        return OnChanged.InvokeAsync(Table.Mapping with { Columns = columns });
    }

    private Task OrderAsync(ChangeEventArgs change) =>
        OnChanged.InvokeAsync(Table.Mapping with { DateOrder = Enum.Parse<DateOrder>((string)change.Value!) });
}
