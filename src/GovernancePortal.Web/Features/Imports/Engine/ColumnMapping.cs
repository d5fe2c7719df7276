using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Which column holds what, and how its cells are meant.</summary>
public sealed record ColumnMapping
{
    /// <summary>Column name → field key; columns that are not named are not read.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the cost column is per month and is taken twelve times.</summary>
    public bool CostIsMonthly { get; init; }

    public DateOrder DateOrder { get; init; }

    /// <summary>What the words of the level column mean, where it differs from <see cref="LevelWords"/>.</summary>
    public IReadOnlyDictionary<string, Level> Levels { get; init; } = new Dictionary<string, Level>(StringComparer.Ordinal);

    /// <summary>A mapping from the names of the columns; a protected column is never chosen, and each field takes the first that fits.</summary>
    public static ColumnMapping Suggest(ImportKind kind, IReadOnlyList<string> headers)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in ImportFields.Of(kind))
        {
            foreach (var header in field.Fitting([.. headers.Where(h => !columns.ContainsKey(h) && !ProtectedColumns.IsProtected(h))])) columns[header] = field.Key;
        }

        var cost = columns.FirstOrDefault(c => c.Value.Equals("cost", StringComparison.Ordinal)).Key;
        return new ColumnMapping { Columns = columns, CostIsMonthly = cost is not null && HeaderForm.Of(cost).Contains("month", StringComparison.Ordinal) };
    }

    /// <summary>Recognises files with the same columns; a file of wrong rows is the same as the one that it comes from.</summary>
    public static string Fingerprint(IReadOnlyList<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers.Where(h => !RejectedRowsWriter.IsReason(h))))));

    /// <summary>Leaves out what does not fit the file: unknown columns and fields, protected columns, a second column for a field that takes one.</summary>
    public ColumnMapping FittedTo(ImportKind kind, IReadOnlyList<string> headers)
    {
        var fields = ImportFields.Of(kind).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = headers
            .Where(h => Columns.TryGetValue(h, out var key) && fields.TryGetValue(key, out var field) && !ProtectedColumns.IsProtected(h) && (taken.Add(key) || field.Many))
            .ToDictionary(h => h, h => Columns[h], StringComparer.Ordinal);
        return this with { Columns = columns };
    }

    /// <summary>Required fields without a column.</summary>
    public IReadOnlyList<ImportField> Missing(ImportKind kind) => [.. ImportFields.Of(kind).Where(f => f.Required && !Columns.Values.Contains(f.Key))];

    public Level? LevelOf(string word) => Levels.TryGetValue(word, out var level) ? level : LevelWords.Suggest(word);
}
