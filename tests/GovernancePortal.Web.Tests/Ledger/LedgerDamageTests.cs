using System.Data.Common;
using System.Net;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Features.Ledger.GetLedgerEntry;
using GovernancePortal.Web.Features.Ledger.ListLedgerEntries;
using GovernancePortal.Web.Features.Ledger.ProveConsistency;
using GovernancePortal.Web.Features.Ledger.ProveInclusion;
using GovernancePortal.Web.Features.Ledger.ReadEntries;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Ledger;

/// <summary>Rows that somebody damaged in the database are a refusal with a name, on the page and in the API, and no failure of the portal.</summary>
public sealed class LedgerDamageTests : IAsyncLifetime
{
    private const int Entries = 300; // more than one stored subtree
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.AppendAsync(Entries);
        await _portal.CheckpointAsync();
        await _portal.DropTriggersAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_untouched_ledger_is_read_and_proved()
    {
        (await ReadAsync(0, 1000)).IsSuccess.ShouldBeTrue();
        (await ReadAsync(5000, 10)).Value.Entries.ShouldBeEmpty();
        (await IncludedAsync(41, Entries)).IsSuccess.ShouldBeTrue();
        (await ConsistentAsync(0, Entries)).IsSuccess.ShouldBeTrue();
        (await ConsistentAsync(100, Entries)).IsSuccess.ShouldBeTrue();
        (await EntryAsync(42)).Value.Proof!.Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Payload = '{\"i\":'")]
    [InlineData("Payload = ''")]
    public async Task A_payload_that_is_no_json_is_damage_for_programs_and_shown_as_it_is_to_people(string change)
    {
        await DamageAsync($"UPDATE LedgerEntries SET {change} WHERE Sequence = 41");

        (await ReadAsync(40, 5)).ShouldBeDamage();
        (await ReadAsync(0, 41)).IsSuccess.ShouldBeTrue();
        var shown = (await EntryAsync(42)).Value;
        shown.IsUnchanged.ShouldBeFalse();
        shown.Proof!.Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task A_time_that_is_none_is_damage()
    {
        const string damage = "UPDATE LedgerEntries SET At = 'yesterday' WHERE Sequence = 41";
        if (_portal.Database.Provider == DatabaseProvider.SqlServer)
        {
            await Should.ThrowAsync<DbException>(() => DamageAsync(damage)); // it takes nothing but times there
            return;
        }

        await DamageAsync(damage);

        (await ReadAsync(40, 5)).ShouldBeDamage();
        (await EntryAsync(42)).ShouldBeDamage();
        (await _portal.SendAs(Role.Auditor, new ListLedgerEntriesQuery(new LedgerFilter(Subject: "unit:2"), new Paging(3, 100)))).ShouldBeDamage();
    }

    [Fact]
    public async Task A_row_that_is_gone_is_damage()
    {
        await DamageAsync("DELETE FROM LedgerEntries WHERE Sequence = 41");

        (await ReadAsync(40, 5)).ShouldBeDamage();
        (await EntryAsync(42)).ShouldBeDamage();
        (await IncludedAsync(41, Entries)).ShouldBeDamage();
        (await IncludedAsync(40, Entries)).ShouldBeDamage();
        (await ConsistentAsync(42, Entries)).ShouldBeDamage();
        (await EntryAsync(41)).Value.Proof!.Holds.ShouldBeFalse();
    }

    [Theory]
    [InlineData("LeafHash = x'00'", "LeafHash = 0x00")]
    [InlineData("LeafHash = randomblob(32)", "LeafHash = CAST(REPLICATE('x', 32) AS varbinary(32))")]
    public async Task A_hash_that_does_not_fit_is_damage_for_proofs(string sqlite, string sqlServer)
    {
        var change = _portal.Database.Provider == DatabaseProvider.SqlServer ? sqlServer : sqlite;
        await DamageAsync($"UPDATE LedgerEntries SET {change} WHERE Sequence = 41");

        (await IncludedAsync(41, Entries)).ShouldBeDamage();
        (await ConsistentAsync(42, Entries)).ShouldBeDamage();
        (await EntryAsync(42)).Value.IsUnchanged.ShouldBeFalse();
    }

    [Fact]
    public async Task A_stored_subtree_that_is_gone_is_damage_for_proofs()
    {
        await DamageAsync("DELETE FROM LedgerNodes");

        (await IncludedAsync(270, Entries)).ShouldBeDamage();
        (await ConsistentAsync(100, Entries)).ShouldBeDamage();
    }

    [Fact]
    public async Task The_api_answers_a_problem_with_the_code()
    {
        await DamageAsync("UPDATE LedgerEntries SET Payload = 'x' WHERE Sequence = 41");
        await DamageAsync("DELETE FROM LedgerNodes");

        var (now, key) = (_portal.Clock.GetUtcNow(), ApiKey.Generate());
        await _portal.InDb(db =>
        {
            db.ApiKeys.Add(new ApiKey("Test", key, [ApiScopes.LedgerRead], _portal.Root.Id, now, now.AddDays(1)));
            return db.SaveChangesAsync();
        });
        using var program = await _portal.BrowserAsync();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        foreach (var path in new[] { "entries?from=40", "proof/inclusion?index=270&size=300", "proof/consistency?first=100&second=300" })
        {
            using var answer = await program.GetAsync(new Uri("/api/v1/ledger/" + path, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, path);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"ledger.damaged\"");
        }
    }

    private Task DamageAsync(string sql) => _portal.RawSqlAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    private Task<Result<ReadEntriesResponse>> ReadAsync(long from, int limit) => _portal.SendAs(Role.Auditor, new ReadEntriesQuery(from, limit));

    private Task<Result<InclusionProof>> IncludedAsync(long index, long size) => _portal.SendAs(Role.Auditor, new ProveInclusionQuery(index, size));

    private Task<Result<ConsistencyProof>> ConsistentAsync(long first, long second) => _portal.SendAs(Role.Auditor, new ProveConsistencyQuery(first, second));

    private Task<Result<LedgerEntryResponse>> EntryAsync(long number) => _portal.SendAs(Role.Auditor, new GetLedgerEntryQuery(number));
}

internal static class LedgerDamageAssertions
{
    public static void ShouldBeDamage(this Result result) => result.Error.ShouldBe(LedgerErrors.Damaged);
}
