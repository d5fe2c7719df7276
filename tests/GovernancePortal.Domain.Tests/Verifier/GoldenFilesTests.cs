using GovernancePortal.Domain.Tests.Ledger;

namespace GovernancePortal.Domain.Tests.Verifier;

/// <summary>The files in Golden were written once. A ledger that exists somewhere must stay readable: when these tests fail, the format needs a new version.</summary>
public sealed class GoldenFilesTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Verifier", "Golden");

    [Fact]
    public void The_export_and_the_checkpoint_are_written_as_ever()
    {
        var rows = SampleLedger.Rows(12);

        SignedLog.Export(rows).ShouldBe(File.ReadAllBytes(Path.Combine(Golden, "log.ndjson")));
        SignedLog.Note(SampleLedger.CheckpointOver(rows)).ShouldBe(File.ReadAllText(Path.Combine(Golden, "checkpoint.txt")));
        SignedLog.Note(SampleLedger.CheckpointOver(rows.Take(5))).ShouldBe(File.ReadAllText(Path.Combine(Golden, "previous.txt")));
        (SignedLog.Key + "\n").ShouldBe(File.ReadAllText(Path.Combine(Golden, "ledger.pub")));
    }

    [Fact]
    public void The_verifier_accepts_them()
    {
        var (code, text) = SignedLog.Run(
            Path.Combine(Golden, "log.ndjson"), Path.Combine(Golden, "checkpoint.txt"),
            "--key", Path.Combine(Golden, "ledger.pub"), "--previous", Path.Combine(Golden, "previous.txt"));

        code.ShouldBe(0, text);
    }
}
