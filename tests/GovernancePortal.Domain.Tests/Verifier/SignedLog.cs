using System.Buffers;
using System.Text;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Domain.Tests.Ledger;
using GovernancePortal.Verifier;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace GovernancePortal.Domain.Tests.Verifier;

/// <summary>An exported log with its checkpoints in a directory of its own, as an auditor receives them.</summary>
internal sealed class SignedLog : IDisposable
{
    public const string Origin = "larkfield.example/ledger";
    private static readonly Ed25519PrivateKeyParameters SigningKey = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)], 0);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("governance-verify-");

    public SignedLog(int entries)
    {
        Rows = SampleLedger.Rows(entries);
        File.WriteAllText(CheckpointFile, Note(SampleLedger.CheckpointOver(Rows)));
        WriteLog();
    }

    public static VerifierKey Key { get; } = VerifierKey.Create(Origin, SigningKey.GeneratePublicKey().GetEncoded()).Value;

    public List<LedgerColumns> Rows { get; }

    public string LogFile => Path.Combine(_directory.FullName, "log.ndjson");

    public string CheckpointFile => Path.Combine(_directory.FullName, "checkpoint.txt");

    public string PreviousFile => Path.Combine(_directory.FullName, "previous.txt");

    public void WriteLog() => File.WriteAllBytes(LogFile, Export(Rows));

    public void ChangeLog(Func<string, string> change) => Change(LogFile, change);

    public void ChangeCheckpoint(Func<string, string> change) => Change(CheckpointFile, change);

    /// <summary>The exit code and all that was printed.</summary>
    public (int Code, string Text) Verify(bool withPrevious = false, string? key = null)
    {
        string[] args = [LogFile, CheckpointFile, "--key", key ?? Key.ToString()];
        return Run(withPrevious ? [.. args, "--previous", PreviousFile] : args);
    }

    public static (int Code, string Text) Run(params string[] args)
    {
        using var output = new StringWriter();
        return (Program.Run(args, output, output), output.ToString());
    }

    public static byte[] Export(IEnumerable<LedgerColumns> rows)
    {
        var output = new ArrayBufferWriter<byte>();
        var export = new LedgerExport(output);
        foreach (var row in rows) export.TryWrite(row).ShouldBeTrue();
        return output.WrittenSpan.ToArray();
    }

    public static string Note(Checkpoint checkpoint) =>
        SignedCheckpoint.Create(checkpoint, NoteSignature.By(Key, Sign(checkpoint.ToSignedBytes()))).ToString();

    public static byte[] Sign(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, SigningKey);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static void Change(string file, Func<string, string> change)
    {
        var before = File.ReadAllText(file);
        var after = change(before);
        after.ShouldNotBe(before);
        File.WriteAllText(file, after, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
