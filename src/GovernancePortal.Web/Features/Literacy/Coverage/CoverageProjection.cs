using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>What a change did, and whose standing it touches.</summary>
/// <param name="Value">The answer of the request.</param>
/// <param name="People">Whose standing is worked out again.</param>
internal sealed record CoverageChange<T>(T Value, CoveragePeople People);

/// <summary>Keeps <see cref="PersonCoverage"/> true: whatever changes requirements, completions or people works the standing out again in the same transaction.</summary>
internal static class CoverageProjection
{
    /// <summary>For more people than this, everybody's standing is worked out again: one pass is quicker than many questions.</summary>
    public const int MostSingly = 5_000;

    /// <summary>Makes a change and brings the standing of the people up to date, all or nothing. A database that drops the connection makes it begin anew.</summary>
    public static async Task<Result<T>> SaveAsync<T>(
        IDbContextFactory<PortalDbContext> contexts,
        DateOnly today,
        Func<PortalDbContext, CancellationToken, Task<Result<CoverageChange<T>>>> change,
        CancellationToken cancellationToken
    )
    {
        await using var outer = await contexts.CreateDbContextAsync(cancellationToken);
        return await outer
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    await using var db = await contexts.CreateDbContextAsync(token);
                    await using var transaction = await db.Database.BeginTransactionAsync(token);
                    var changed = await change(db, token);
                    if (!changed.IsSuccess) return changed.Error!;

                    await db.SaveChangesAsync(token);
                    await RefreshAsync(db, changed.Value.People, today, token);
                    await transaction.CommitAsync(token);
                    return (Result<T>)changed.Value.Value;
                },
                cancellationToken
            );
    }

    /// <summary>Works the standing of these people out again; within the transaction of the change.</summary>
    public static async Task<CoverageCalculator> RefreshAsync(PortalDbContext db, CoveragePeople people, DateOnly today, CancellationToken cancellationToken)
    {
        var who = people.Ids.Count > MostSingly ? CoveragePeople.Everybody : people;
        var calculated = await CoverageCalculator.RunAsync(db, who, today, knownAt: null, cancellationToken);
        await KeepAsync(db, who, calculated, cancellationToken);
        return calculated;
    }

    /// <summary>
    /// Works everybody's standing out around the insertion of many completions. SQLite lets another connection read what was there before while this one,
    /// which holds the only right to write, inserts; on SQL Server it would wait for the rows that are being written, so there one comes after the other.
    /// </summary>
    /// <param name="db">Within the transaction of the import.</param>
    /// <param name="contexts">Opens the other connection.</param>
    /// <param name="import">Whose rows <paramref name="insert"/> writes.</param>
    /// <param name="insert">The insertion.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task RefreshAroundAsync(
        PortalDbContext db, IDbContextFactory<PortalDbContext> contexts, ImportId import, Func<Task> insert, DateOnly today, CancellationToken cancellationToken)
    {
        var before = db.Database.IsSqlite() ? Task.Run(ReadBesideAsync, cancellationToken) : RunAsync(db);
        if (!db.Database.IsSqlite()) await before;
        try
        {
            await insert();
        }
        finally
        {
            // The other connection is not left behind when the insertion fails.
            await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var calculated = await before;
        await calculated.AddAsync(db, import, cancellationToken);
        await KeepAsync(db, CoveragePeople.Everybody, calculated, cancellationToken);

        async Task<CoverageCalculator> ReadBesideAsync()
        {
            await using var beside = await contexts.CreateDbContextAsync(cancellationToken);
            return await RunAsync(beside);
        }

        Task<CoverageCalculator> RunAsync(PortalDbContext source) => CoverageCalculator.RunAsync(source, CoveragePeople.Everybody, today, knownAt: null, cancellationToken);
    }

    private static async Task KeepAsync(PortalDbContext db, CoveragePeople who, CoverageCalculator calculated, CancellationToken cancellationToken)
    {
        var standings = new Standing[calculated.People.Count];
        Parallel.For(0, standings.Length, person => standings[person] = calculated.StandingOf(person));

        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        await using var table = bulk.CreateTable("person_coverage", CoverageSql.Columns);
        for (var person = 0; person < standings.Length; person++) Stage(table, calculated.People[person], standings[person]);
        await table.FinishAsync(cancellationToken);
        await bulk.EndStagingAsync(cancellationToken);

        // Most people stand as they did; a row that says the same is left as it is, and so are the indexes.
        var sql = new CoverageSql(table.Name);
        if (!who.IsEverybody) await db.PersonCoverages.Where(c => who.In(db).Select(p => p.Id).Contains(c.PersonId)).ExecuteDeleteAsync(cancellationToken);
        else await bulk.ExecuteAsync(sql.Update, cancellationToken);
        await bulk.ExecuteAsync(sql.Insert, cancellationToken);
        if (who.IsEverybody && await db.PersonCoverages.CountAsync(cancellationToken) > table.Count) await bulk.ExecuteAsync(sql.DeleteOthers, cancellationToken);
    }

    private static void Stage(BulkTable table, Trainee person, Standing standing)
    {
        if (!standing.Applies) return;
        table.BeginRow(table.Count + 1);
        table.Set(0, person.Id.Value);
        table.Set(1, person.UnitId.Value);
        table.Set(2, standing.IsAsked);
        table.Set(3, standing.CoveredUntil);
        if (standing.ChangesOn is { } changes) table.Set(4, changes);
        table.EndRow();
    }
}

/// <summary>Brings staged standings into their table, in the SQL that SQLite and SQL Server share.</summary>
internal sealed class CoverageSql(string staged)
{
    private const string Table = "[PersonCoverages]";

    public static IReadOnlyList<BulkColumn> Columns { get; } =
        [
            new("PersonId", BulkType.Id),
            new("UnitId", BulkType.Id),
            new("IsAsked", BulkType.Flag),
            new("CoveredUntil", BulkType.Date),
            new("ChangesOn", BulkType.Date),
        ];

    public string Update =>
        $"""
        UPDATE {Table} SET [UnitId] = s.[UnitId], [IsAsked] = s.[IsAsked], [CoveredUntil] = s.[CoveredUntil], [ChangesOn] = s.[ChangesOn]
        FROM {staged} AS s WHERE s.[PersonId] = {Table}.[PersonId]
          AND (s.[UnitId] <> {Table}.[UnitId] OR s.[IsAsked] <> {Table}.[IsAsked] OR s.[CoveredUntil] <> {Table}.[CoveredUntil] OR s.[ChangesOn] IS DISTINCT FROM {Table}.[ChangesOn])
        """;

    public string Insert =>
        $"""
        INSERT INTO {Table} ([PersonId], [UnitId], [IsAsked], [CoveredUntil], [ChangesOn])
        SELECT s.[PersonId], s.[UnitId], s.[IsAsked], s.[CoveredUntil], s.[ChangesOn] FROM {staged} AS s
        WHERE NOT EXISTS (SELECT 1 FROM {Table} AS c WHERE c.[PersonId] = s.[PersonId]) ORDER BY s.[Row]
        """;

    public string DeleteOthers => $"DELETE FROM {Table} WHERE [PersonId] NOT IN (SELECT s.[PersonId] FROM {staged} AS s)";
}
