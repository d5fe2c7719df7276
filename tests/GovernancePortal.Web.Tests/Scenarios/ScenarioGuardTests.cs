using System.Data.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>Every way in which code or an operator could change a run is tried.</summary>
public sealed class ScenarioGuardTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private ScenarioId _id;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _id = await (await ScenarioDesk.OpenAsync(_portal)).RunAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_run_is_neither_changed_nor_deleted_through_the_context_even_with_an_entry()
    {
        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            var tried = await Should.ThrowAsync<InvalidOperationException>(() => _portal.InDb(async db =>
            {
                db.Entry(await db.ScenarioRuns.SingleAsync()).State = state;
                db.Record("system", "scenario.edited", $"scenario:{_id}", new { });
                return await db.SaveChangesAsync();
            }));
            tried.Message.ShouldBe("A run stays as it was: one was changed or deleted.");
        }
    }

    [Fact]
    public async Task A_scenario_is_not_deleted_and_not_changed_in_silence()
    {
        (await Should.ThrowAsync<InvalidOperationException>(() => _portal.InDb(async db =>
        {
            db.Remove(await db.Scenarios.SingleAsync());
            db.Record("system", "scenario.deleted", $"scenario:{_id}", new { });
            return await db.SaveChangesAsync();
        }))).Message.ShouldBe("A scenario is archived, never deleted.");
        (await Should.ThrowAsync<InvalidOperationException>(() => _portal.InDb(async db =>
        {
            (await db.Scenarios.SingleAsync()).Archive().IsSuccess.ShouldBeTrue();
            return await db.SaveChangesAsync();
        }))).Message.ShouldBe("A scenario was changed without an entry in the ledger.");
    }

    [Fact]
    public async Task The_database_itself_refuses_every_column()
    {
        var columns = await _portal.InDb(db => Task.FromResult(db.Model.FindEntityType(typeof(ScenarioRun))!.GetProperties().Select(p => p.GetColumnName()).ToList()));
        columns.Count.ShouldBe(17);

        foreach (var column in columns)
            (await Should.ThrowAsync<DbException>(() => SqlAsync($"UPDATE ScenarioRuns SET {column} = {column}"), column)).Message.ShouldContain("ScenarioRuns is kept as written");
        (await Should.ThrowAsync<DbException>(() => SqlAsync("DELETE FROM ScenarioRuns"))).Message.ShouldContain("ScenarioRuns is kept as written");
        await Should.ThrowAsync<DbException>(() => _portal.InDb(db => db.ScenarioRuns.ExecuteDeleteAsync()));
        await Should.ThrowAsync<DbException>(() => SqlAsync("DELETE FROM Scenarios"));
    }

    private Task<int> SqlAsync(string sql) => _portal.InDb(db => db.Database.ExecuteSqlRawAsync(sql));
}
