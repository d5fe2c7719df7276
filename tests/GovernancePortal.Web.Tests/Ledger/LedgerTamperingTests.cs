using System.IO.Pipelines;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Ledger.ExportLedger;
using GovernancePortal.Web.Features.Ledger.MakeCheckpoint;
using GovernancePortal.Web.Platform.Cli;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Ledger;

/// <summary>Somebody with the database's password changes the real tables; the page and the stand-alone verifier both find it.</summary>
public sealed class LedgerTamperingTests : IAsyncLifetime
{
    private const int Entries = 300; // more than one stored subtree
    private string _checkpoint = null!;
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.AppendAsync(Entries);
        await _portal.CheckpointAsync();
        _checkpoint = _portal.Archive().Single().Note!.ToString();
        await _portal.DropTriggersAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_untouched_ledger_is_whole_for_both()
    {
        (await _portal.VerifyAsync()).Fault.ShouldBeNull();
        (await VerifyOutsideAsync()).ShouldBe((0, true));
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        await _portal.SqlAsync($"UPDATE LedgerEntries SET Payload = '{{\"i\":99}}' WHERE Sequence = 41");

        await ShouldFindAsync("Entry #42 was changed: its content does not match its hash.");
    }

    [Theory]
    [InlineData("ActorId = 'user:2'")]
    [InlineData("Kind = 'unit.lost'")]
    [InlineData("Subject = 'unit:3'")]
    [InlineData("At = '2026-11-22 06:00:00'")]
    public async Task No_column_can_be_changed(string change)
    {
        await _portal.RawSqlAsync($"UPDATE LedgerEntries SET {change} WHERE Sequence = 41");

        await ShouldFindAsync("Entry #42 was changed: its content does not match its hash.");
    }

    [Fact]
    public async Task A_deleted_entry_is_named()
    {
        await _portal.SqlAsync($"DELETE FROM LedgerEntries WHERE Sequence = 41");

        await ShouldFindAsync("Entry #42 is missing.");
    }

    [Fact]
    public async Task Entries_that_exchanged_places_are_found()
    {
        await _portal.SqlAsync($"UPDATE LedgerEntries SET Sequence = 1000 WHERE Sequence = 41");
        await _portal.SqlAsync($"UPDATE LedgerEntries SET Sequence = 41 WHERE Sequence = 43");
        await _portal.SqlAsync($"UPDATE LedgerEntries SET Sequence = 43 WHERE Sequence = 1000");

        await ShouldFindAsync("Entry #42 was changed: its content does not match its hash.");
    }

    [Fact]
    public async Task An_entry_inserted_between_others_is_found()
    {
        await _portal.SqlAsync($"UPDATE LedgerEntries SET Sequence = Sequence + 1000 WHERE Sequence >= 41");
        await _portal.SqlAsync($"UPDATE LedgerEntries SET Sequence = Sequence - 999 WHERE Sequence >= 1041");
        await _portal.SqlAsync(
            $"INSERT INTO LedgerEntries (Sequence, At, ActorId, Kind, Subject, Payload, LeafHash) SELECT 41, At, ActorId, Kind, Subject, Payload, LeafHash FROM LedgerEntries WHERE Sequence = 40");
        await _portal.SqlAsync($"UPDATE LedgerHead SET Size = Size + 1");

        await ShouldFindAsync("Entry #42 was changed: its content does not match its hash.");
    }

    [Fact]
    public async Task An_entry_written_behind_the_end_is_found()
    {
        await _portal.SqlAsync(
            $"INSERT INTO LedgerEntries (Sequence, At, ActorId, Kind, Subject, Payload, LeafHash) SELECT 300, At, ActorId, Kind, Subject, Payload, LeafHash FROM LedgerEntries WHERE Sequence = 40");

        (await _portal.VerifyAsync()).Fault.ShouldBe("Entry #301 stands behind the end of the record, which counts 300 entries.");
    }

    [Fact]
    public async Task A_rewrite_of_an_entry_with_its_hash_is_found_by_the_stored_subtree()
    {
        var nodes = await _portal.InDb(db => db.LedgerNodes.AsNoTracking().ToListAsync());
        await _portal.RewriteAsync(_ => true, e => e.Sequence == 41 ? """{"i":99}""" : e.Payload);
        await _portal.SqlAsync($"UPDATE LedgerNodes SET Hash = {nodes.Single().Hash}");

        await ShouldFindAsync("One or more of the entries #1 to #256 was rewritten: the stored hash over them is a different one.");
    }

    [Fact]
    public async Task A_ledger_that_was_cut_off_is_found_by_the_copy_outside()
    {
        await _portal.RewriteAsync(e => e.Sequence < 280, e => e.Payload);
        (await VerifyOutsideAsync()).ShouldBe((1, false));
        await _portal.SqlAsync($"DELETE FROM LedgerCheckpoints");

        await ShouldFindInsideAsync("The ledger was cut off: a checkpoint counts 300 entries, and entry #281 is not there.");
    }

    [Fact]
    public async Task A_full_rewrite_is_found_by_the_copy_outside()
    {
        await _portal.RewriteAsync(_ => true, e => e.Sequence == 41 ? """{"i":99}""" : e.Payload);
        (await VerifyOutsideAsync()).ShouldBe((1, false));
        await _portal.SqlAsync($"DELETE FROM LedgerCheckpoints");

        await ShouldFindInsideAsync("One or more of the entries #1 to #300 was rewritten: the checkpoint at #300 has a different root.");
    }

    [Fact]
    public async Task Nothing_more_is_signed_once_the_ledger_contradicts_what_was_signed()
    {
        await _portal.RewriteAsync(_ => true, e => e.Sequence == 41 ? """{"i":99}""" : e.Payload);
        await _portal.SqlAsync($"DELETE FROM LedgerCheckpoints");
        await _portal.AppendAsync(1);

        var made = await _portal.SendAs(Role.Auditor, new MakeCheckpointCommand());

        made.Error.ShouldBe(CheckpointMaker.DoesNotExtend);
    }

    [Fact]
    public async Task A_changed_head_is_found()
    {
        await _portal.SqlAsync($"UPDATE LedgerHead SET Frontier = {new byte[8]}");

        (await _portal.VerifyAsync()).Fault.ShouldBe("The stored root is not that of the entries.");
    }

    [Fact]
    public async Task A_checkpoint_that_the_portal_did_not_sign_is_found()
    {
        await _portal.SqlAsync($"UPDATE LedgerCheckpoints SET Text = REPLACE(Text, 'ledger', 'ledgex')");

        (await _portal.VerifyAsync()).Fault.ShouldBe("The stored checkpoint at #300 is not one that the portal signed.");
    }

    private async Task ShouldFindAsync(string fault)
    {
        await ShouldFindInsideAsync(fault);
        (await VerifyOutsideAsync()).Code.ShouldBe(1);
    }

    private async Task ShouldFindInsideAsync(string fault)
    {
        var report = await _portal.VerifyAsync();
        report.Fault.ShouldBe(fault);
        report.Proofs.ShouldContain(p => p.Holds == false);

        using var output = new StringWriter();
        (await VerifyLedgerVerb.RunAsync(_portal.Services.GetRequiredService<LedgerVerifier>(), output, CancellationToken.None)).ShouldBe(1);
        output.ToString().ShouldContain(fault);
    }

    // The checkpoint was handed out before anything was tampered with; the log is exported after.
    private async Task<(int Code, bool IsAccepted)> VerifyOutsideAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-outside-");
        try
        {
            string At(string name) => Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(At("checkpoint.txt"), _checkpoint);
            var export = await _portal.SendAs(Role.Auditor, new ExportLedgerQuery(Size: null));
            await using (var file = File.Create(At("log.ndjson"))) await export.Value.WriteAsync(PipeWriter.Create(file), CancellationToken.None);

            using var output = new StringWriter();
            var key = _portal.Services.GetRequiredService<CheckpointSigner>().VerifierKey.ToString();
            var code = GovernancePortal.Verifier.Program.Run([At("log.ndjson"), At("checkpoint.txt"), "--key", key], output, output);
            return (code, output.ToString().StartsWith("Accepted", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
