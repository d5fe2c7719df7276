using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Features.Ledger.MakeCheckpoint;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Tests.Ledger;

public sealed class CheckpointTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    private LedgerFolder Folder => _portal.Services.GetRequiredService<LedgerFolder>();

    private CheckpointSigner Signer => _portal.Services.GetRequiredService<CheckpointSigner>();

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_checkpoint_signs_the_ledger_and_is_kept_outside_the_database()
    {
        await _portal.AppendAsync(3);

        (await _portal.CheckpointAsync()).ShouldBe(3);

        var stored = await _portal.InDb(db => db.LedgerCheckpoints.SingleAsync());
        var outside = _portal.Archive().Single();
        outside.Note!.ToString().ShouldBe(stored.Text);
        outside.Note.Checkpoint.ShouldBe(new Checkpoint("governance-portal/ledger", 3, outside.Note.Checkpoint.Root));
        outside.Note.Checkpoint.Root.ShouldBe(stored.Root);
        Signer.HasSigned(outside.Note).ShouldBeTrue();
        stored.MadeAt.ShouldBe(_portal.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_ledger_that_has_not_grown_is_not_signed_again()
    {
        await _portal.AppendAsync(3);
        await _portal.CheckpointAsync();
        _portal.Clock.Advance(TimeSpan.FromHours(1));

        (await _portal.CheckpointAsync()).ShouldBe(3);

        (await _portal.InDb(db => db.LedgerCheckpoints.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_ledger_is_not_signed()
    {
        var made = await _portal.SendAs(Role.Auditor, new MakeCheckpointCommand());

        made.Error.ShouldBe(CheckpointMaker.Empty);
    }

    [Fact]
    public async Task Replicas_that_make_a_checkpoint_at_once_make_one()
    {
        await _portal.AppendAsync(3);
        var maker = _portal.Services.GetRequiredService<CheckpointMaker>();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => maker.MakeAsync("system", CancellationToken.None))));

        made.Select(m => m.Value.Text).Distinct().Count().ShouldBe(1);
        _portal.Archive().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Processes_that_need_the_key_at_once_share_one()
    {
        var options = Options.Create(new LedgerOptions { Folder = Folder.PathOf("race") });
        var environment = _portal.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>();

        var keys = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            {
                using var signer = new CheckpointSigner(new LedgerFolder(options, environment), options);
                return signer.VerifierKey.ToString();
            })));

        keys.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        File.ReadAllText(Path.Combine(options.Value.Folder, CheckpointSigner.PublicKeyFile)).ShouldBe(keys[0] + "\n");
        Directory.GetFiles(options.Value.Folder).Select(Path.GetFileName).ShouldBe([".turn", CheckpointSigner.KeyFile, CheckpointSigner.PublicKeyFile], ignoreOrder: true);
    }

    [Fact]
    public void Nobody_else_on_the_machine_can_read_the_signing_key()
    {
        _ = Signer.VerifierKey;
        if (OperatingSystem.IsWindows())
        {
            File.Exists(Folder.PathOf(CheckpointSigner.KeyFile)).ShouldBeTrue(); // Windows gives the file the folder's permissions
            return;
        }

        File.GetUnixFileMode(Folder.PathOf(CheckpointSigner.KeyFile)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_file_outside_is_never_overwritten()
    {
        Folder.Keep("note.txt", "first").ShouldBe("first");

        Folder.Keep("note.txt", "second").ShouldBe("first");
    }

    [Fact]
    public void A_signature_is_valid_for_these_bytes_and_this_ledger_alone()
    {
        var checkpoint = new Checkpoint(Signer.Origin, 3, MerkleHash.EmptyRoot());
        var signed = Signer.Sign(checkpoint);

        Signer.HasSigned(signed).ShouldBeTrue();
        Signer.HasSigned(SignedCheckpoint.Create(checkpoint with { Size = 4 }, signed.Signatures)).ShouldBeFalse();
        Signer.HasSigned(Signer.Sign(checkpoint with { Origin = "elsewhere" })).ShouldBeFalse();
        Signer.HasSigned(SignedCheckpoint.Create(checkpoint)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-11-23T05:59:59Z", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-23T06:00:00Z", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T23:10:00Z", "2026-11-24T00:00:00Z")]
    public void The_schedule_is_every_six_hours(string now, string next) =>
        CheckpointSchedule.Next(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task The_schedule_signs_what_came_since()
    {
        using var schedule = new CheckpointSchedule(_portal.Services.GetRequiredService<CheckpointMaker>(), _portal.Clock, NullLogger<CheckpointSchedule>.Instance);
        await schedule.RunOnceAsync(CancellationToken.None);
        await _portal.AppendAsync(2);
        await schedule.RunOnceAsync(CancellationToken.None);
        await schedule.RunOnceAsync(CancellationToken.None);

        var made = await _portal.InDb(db => db.LedgerCheckpoints.SingleAsync());
        (made.Size, made.MadeBy).ShouldBe((2, "system"));
    }
}
