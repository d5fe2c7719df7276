using System.Text.RegularExpressions;
using GovernancePortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.Dac.Model;

namespace GovernancePortal.Web.Tests.SqlServer;

/// <summary>
/// The SQL Server schema in Microsoft's own model of it, without a server: names and syntax are checked, of the schema and of queries put beside it as procedures.
/// </summary>
internal sealed partial class OfflineSchema : IDisposable
{
    private readonly TSqlModel _model = new(SqlServerVersion.Sql160, new TSqlModelOptions());
    private int _queries;

    public OfflineSchema()
    {
        using var db = new PortalDbContext(PortalData.Options(DatabaseProvider.SqlServer, "Server=none"));
        // Rows that the model seeds are no part of the schema.
        foreach (var batch in Batches(db.Database.GenerateCreateScript()).Where(b => b.TrimStart().StartsWith("CREATE", StringComparison.Ordinal))) _model.AddObjects(batch);
    }

    public int Tables => _model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Count();

    /// <summary>Adds a statement as EF writes it; its parameters become those of the procedure that holds it.</summary>
    public void Add(string statement, IEnumerable<string> parameters) => _model.AddObjects(Procedure($"query_{++_queries}", statement, parameters));

    /// <summary>What the model finds wrong; a missing table is only a warning there and counts as wrong here.</summary>
    public IReadOnlyList<string> Faults() => [.. _model.Validate().Select(m => m.ToString())];

    public void Dispose() => _model.Dispose();

    private static string Procedure(string name, string statement, IEnumerable<string> parameters)
    {
        var declared = string.Join(", ", parameters.Distinct(StringComparer.Ordinal).Select(p => $"@{p.TrimStart('@')} nvarchar(4000) = NULL"));
        return $"CREATE PROCEDURE [dbo].[{name}] {declared} AS BEGIN {statement} END";
    }

    private static IEnumerable<string> Batches(string script) => Go().Split(script).Where(batch => !string.IsNullOrWhiteSpace(batch));

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Go();
}
