using System.Globalization;
using System.Text;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

/// <summary>From a thousand new people on, the indexes that only reading needs are made anew; nothing of that may show afterwards.</summary>
public sealed class LargeRosterTests : IAsyncLifetime
{
    private const int People = 1_200;

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_indexes_are_the_same_after_a_large_roster()
    {
        var before = await IndexesAsync();
        before.ShouldNotBeEmpty();

        var answer = await _portal.MustImportAsync(ImportKind.Roster, Roster());

        answer.Accepted.ShouldBe(People);
        (await _portal.InDb(db => db.People.CountAsync())).ShouldBe(People);
        (await IndexesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_large_roster_leads_to_the_right_managers()
    {
        await _portal.MustImportAsync(ImportKind.Roster, Roster());

        var managers = await _portal.InDb(db =>
            db.People.Join(db.People, p => p.ManagerId, m => m.Id, (p, m) => new { p.EmployeeNumber, Manager = m.EmployeeNumber }).ToDictionaryAsync(x => x.EmployeeNumber, x => x.Manager)
        );

        managers["N-0001"].ShouldBe("N-1199");
        managers["N-0500"].ShouldBe("N-1199");
        managers.ShouldNotContainKey("N-1199");
    }

    // The manager of all stands last, so that everybody is written before their manager.
    private static string Roster()
    {
        var csv = new StringBuilder("employee_number,name,unit,manager,skills\n");
        for (var number = 0; number < People; number++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"N-{number:0000},Person {number},Stores / Unit {number % 40},{(number == People - 1 ? "" : "N-1199")},planning\n");
        }

        return csv.ToString();
    }

    private Task<List<string>> IndexesAsync() =>
        _portal.InDb(db =>
            db.Database.IsSqlite()
                ? db.Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name").ToListAsync()
                : db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sys.indexes WHERE name IS NOT NULL ORDER BY name").ToListAsync()
        );
}
