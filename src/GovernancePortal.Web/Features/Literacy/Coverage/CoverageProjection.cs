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

    private static readonly BulkColumn[] Columns =
    [
        new("PersonId", BulkType.Id),
        new("UnitId", BulkType.Id),
        new("IsAsked", BulkType.Flag),
        new("CoveredUntil", BulkType.Date),
        new("ChangesOn", BulkType.Date),
    ];

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
        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        await using var table = bulk.CreateTable("person_coverage", Columns);
        for (var person = 0; person < calculated.People.Count; person++) Stage(table, calculated.People[person], calculated.StandingOf(person));
        await table.FinishAsync(cancellationToken);
        await bulk.EndStagingAsync(cancellationToken);

        if (who.IsEverybody) await db.PersonCoverages.ExecuteDeleteAsync(cancellationToken);
        else await db.PersonCoverages.Where(c => who.In(db).Select(p => p.Id).Contains(c.PersonId)).ExecuteDeleteAsync(cancellationToken);
        await bulk.ExecuteAsync(
            $"""
            INSERT INTO [PersonCoverages] ([PersonId], [UnitId], [IsAsked], [CoveredUntil], [ChangesOn])
            SELECT s.[PersonId], s.[UnitId], s.[IsAsked], s.[CoveredUntil], s.[ChangesOn] FROM {table.Name} AS s ORDER BY s.[Row]
            """,
            cancellationToken
        );
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
