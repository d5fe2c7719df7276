using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovernancePortal.Web.Tests.SqlServer;

/// <summary>A statement that the portal would have sent to SQL Server.</summary>
public sealed record Statement(string Text, IReadOnlyList<string> Parameters);

/// <summary>
/// Stands in for a SQL Server that is not there: every statement is kept and answered with nothing, counts with none, whether there is any with no (a target aside), and the question who asks with a
/// governance officer of the whole organisation.
/// </summary>
internal sealed partial class RecordingConnection : DbCommandInterceptor, IDbConnectionInterceptor
{
    public List<Statement> Statements { get; } = [];

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(InterceptionResult.Suppress());

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Statements.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName)]));
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText).CreateDataReader()));
    }

    private static DataTable Answer(string sql)
    {
        var table = new DataTable();
        if (Scalar().IsMatch(sql)) Value(table, 0);
        else if (Existence().IsMatch(sql)) Value(table, IsOfListed(sql));
        else if (AsksForGrants(sql)) Grant(table);
        else Nothing(table);
        return table;
    }

    // Without the target there would be no list of its evaluations to look at, without the scenario none of its runs, without the plan none of its people.
    private static bool IsOfListed(string sql) => sql.Contains("FROM [AdoptionTargets]", StringComparison.Ordinal) || sql.Contains("FROM [Scenarios]", StringComparison.Ordinal) || sql.Contains("FROM [ReallocationPlans]", StringComparison.Ordinal);

    // The list of users reads the same tables, a page at a time.
    private static bool AsksForGrants(string sql) =>
        sql.Contains("[RoleAssignments]", StringComparison.Ordinal)
        && sql.Contains("[RemovedAt] IS NULL", StringComparison.Ordinal)
        && !sql.Contains("OFFSET", StringComparison.Ordinal)
        && !sql.Contains("FROM [People]", StringComparison.Ordinal);

    // The columns of GrantReader.OfUserAsync, in its order.
    private static void Grant(DataTable table)
    {
        table.Columns.Add("DisplayName", typeof(string));
        table.Columns.Add("PersonId", typeof(Guid));
        table.Columns.Add("Role", typeof(int));
        table.Columns.Add("Left", typeof(int));
        table.Columns.Add("Right", typeof(int));
        table.Columns.Add("UnitName", typeof(string));
        foreach (var role in Enum.GetValues<Domain.Access.Role>()) table.Rows.Add("Everybody", Guid.CreateVersion7(), (int)role, 1, 1000, "Larkfield");
    }

    // No row, but as many columns as any query reads.
    private static void Nothing(DataTable table)
    {
        for (var column = 0; column < 80; column++) table.Columns.Add();
    }

    private static void Value<T>(DataTable table, T value)
    {
        table.Columns.Add("Value", typeof(T));
        table.Rows.Add(value);
    }

    [GeneratedRegex(@"^\s*SELECT\s+(COUNT\(|COALESCE\(SUM\(|ISNULL\(SUM\()", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Scalar();

    [GeneratedRegex(@"^\s*SELECT\s+CASE\s+WHEN\s+EXISTS", RegexOptions.IgnoreCase)]
    private static partial Regex Existence();
}
