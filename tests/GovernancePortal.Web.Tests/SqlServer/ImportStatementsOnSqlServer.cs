using System.Reflection;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Imports.Completions;
using GovernancePortal.Web.Features.Imports.Copilot;
using GovernancePortal.Web.Features.Imports.Delivery;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.Figures;
using GovernancePortal.Web.Features.Imports.Roster;
using GovernancePortal.Web.Features.Imports.Usage;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Notices.Making;
using GovernancePortal.Web.Platform.Demo;

namespace GovernancePortal.Web.Tests.SqlServer;

/// <summary>The bulk statements of imports, with SQL Server's staging tables before them, are checked against the schema.</summary>
public sealed class ImportStatementsOnSqlServer
{
    private static readonly string[] Parameters = ["@root", "@today", "@provider", "@tool", "@now", "@import", "@course", "@version", "@passed", "@source", "@monday", "@mail", "@due", "@weekly"];
    private static readonly UnitScope Scope = UnitScope.Of([new UnitRange(1, 2), new UnitRange(5, 9)]);

    [Fact]
    public void Roster_statements_fit_the_schema()
    {
        var sql = new RosterSql("[#people]", "[#paths]", "[#managers]", "[#units]");
        string[] columns = [.. RosterColumns.Filled.Values, "SearchName", "SearchLastName"];
        string[] statements =
        [
            .. Written(sql),
            RosterSql.Headcounts,
            sql.CountAbsent(Scope),
            sql.MarkAbsentAsLeft(Scope),
            sql.PeopleNotCovered(Scope),
            sql.MarkPeopleNotCovered(UnitScope.Nothing),
            sql.MarkChanged(columns),
            sql.UpdatePeople(columns),
            .. Written(new RosterWordsSql("[#people]", "[#words]", "PersonSkills", "SkillCount", "SkillList")),
            .. Written(new RosterWordsSql("[#people]", "[#words]", "PersonSystems", "SystemCount", "SystemList")),
            .. Written(new RosterLoginsSql("[#people]")),
        ];

        Check(statements, ("people", RosterColumns.People), ("paths", RosterColumns.Paths), ("managers", RosterColumns.Managers), ("units", RosterColumns.Units), ("words", RosterColumns.Words));
    }

    [Fact]
    public void Completion_statements_fit_the_schema()
    {
        var sql = new CompletionSql("[#staged]");

        Check([.. Written(sql), sql.CountIn("1, 2")], ("staged", CompletionColumns.All));
    }

    [Fact]
    public void Statements_of_kept_standings_fit_the_schema() => Check(Written(new CoverageSql("[#standings]")), ("standings", CoverageSql.Columns));

    [Fact]
    public void Notice_statements_fit_the_schema() => Check([.. Written(new NoticeSql("[#due]", NoticeSql.Evidence)), NoticeSql.InsertMails], ("due", NoticeSql.Columns));

    [Fact]
    public void Statements_of_the_large_demo_fit_the_schema() =>
        Check(
            Written(new DemoScaleSql("[#people]", "[#words]", "[#days]")),
            ("people", DemoScaleSql.People), ("words", DemoScaleSql.Words), ("days", DemoScaleSql.Days)
        );

    [Fact]
    public void Copilot_statements_fit_the_schema()
    {
        const string staged = "[#staged]";
        foreach (var table in new[] { CopilotTables.Counts, CopilotTables.Organisation, CopilotTables.Seats, CopilotTables.Teams })
        {
            List<string> statements = [table.ClearMarks(staged), table.MarkExisting(staged), UpsertTable.CountNew(staged), UpsertTable.CountChanged(staged), table.Insert(staged)];
            if (table.Values.Count > 0) statements.Add(table.Update(staged));
            if (table != CopilotTables.Organisation) statements.AddRange([UpsertTable.MatchPeople(staged), UpsertTable.UnmatchedLogins(staged)]);
            if (table == CopilotTables.Counts) statements.Add(CopilotTables.CountRecounted(staged));
            Check(statements, ("staged", table.Staged));
        }
    }

    [Fact]
    public void Usage_statements_fit_the_schema() =>
        Check(Written(new UsageSql("[#logins]", "[#months]")), ("logins", UsageStaging.LoginColumns), ("months", UsageStaging.MonthColumns));

    [Fact]
    public void Delivery_statements_fit_the_schema()
    {
        const string staged = "[#staged]";
        foreach (var table in new[] { DeliveryTables.Deployments, DeliveryTables.Incidents, DeliveryTables.Scopes })
        {
            List<string> statements = [table.ClearMarks(staged), table.MarkExisting(staged), table.Insert(staged), .. DeliveryTables.Relink];
            if (table.Values.Count > 0) statements.Add(table.Update(staged));
            Check(statements, ("staged", table.Staged));
        }
    }

    [Fact]
    public void Figure_statements_fit_the_schema()
    {
        const string staged = "[#staged]";
        foreach (var table in new[] { FigureTables.Guardrails, FigureTables.Outcomes, FigureTables.ProjectUnits })
        {
            List<string> statements = [table.ClearMarks(staged), table.MarkExisting(staged), table.Insert(staged), table.Update(staged)];
            if (table != FigureTables.ProjectUnits) statements.Add(FigureTables.Before(table, staged));
            Check(statements, ("staged", table.Staged));
        }
    }

    [Fact]
    public void A_wrong_column_would_be_found()
    {
        using var schema = new OfflineSchema();

        schema.Add("UPDATE [People] SET [NoSuchColumn] = 1", []);

        schema.Faults().ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Written(object sql)
    {
        var statements = sql.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(string))
            .Select(p => (string)p.GetValue(sql)!)
            .ToArray();
        statements.ShouldNotBeEmpty();
        return statements;
    }

    private static void Check(IEnumerable<string> statements, params (string Name, IReadOnlyList<BulkColumn> Columns)[] staging)
    {
        using var schema = new OfflineSchema();
        var tables = string.Join(";\n", staging.Select(t => BulkWriter.SqlServerTable(t.Name, t.Columns)));
        foreach (var statement in statements) schema.Add($"{tables};\n{statement};", Parameters);

        schema.Faults().ShouldBeEmpty();
    }
}
