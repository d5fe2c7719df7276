using System.Buffers.Binary;
using System.Text;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Ledger;

/// <summary>One signature below a checkpoint. Whether it is valid is for the caller to find out: the domain holds no signing code.</summary>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Signature)
{
    public static NoteSignature By(VerifierKey key, byte[] signature) => new(key.Name, key.KeyId, signature);

    public bool IsBy(VerifierKey key) => KeyId == key.KeyId && string.Equals(Name, key.Name, StringComparison.Ordinal);

    internal string ToLine()
    {
        var bytes = new byte[VerifierKey.KeyIdLength + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.CopyTo(bytes, VerifierKey.KeyIdLength);
        return $"{SignedCheckpoint.LinePrefix}{Name} {Convert.ToBase64String(bytes)}\n";
    }
}

/// <summary>A checkpoint with its signatures, as it is published and stored: C2SP's signed-note.</summary>
public sealed record SignedCheckpoint
{
    internal const string LinePrefix = "\u2014 "; // em dash and space, as the format prescribes
    private const int MaxLength = 1_000_000;
    private const int MaxSignatures = 100;
    private readonly string _text;

    private SignedCheckpoint(Checkpoint checkpoint, string text, IReadOnlyList<NoteSignature> signatures) =>
        (Checkpoint, _text, Signatures) = (checkpoint, text, signatures);

    public Checkpoint Checkpoint { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    public static SignedCheckpoint Create(Checkpoint checkpoint, params IReadOnlyList<NoteSignature> signatures) =>
        new(checkpoint, checkpoint.ToString(), signatures);

    /// <summary>The bytes that the signatures are over, exactly as they were received.</summary>
    public byte[] ToSignedBytes() => Encoding.UTF8.GetBytes(_text);

    public override string ToString() => _text + "\n" + string.Concat(Signatures.Select(s => s.ToLine()));

    public static Result<SignedCheckpoint> Parse(string note)
    {
        if (note.Length > MaxLength) return LedgerErrors.CheckpointMalformed("it is too long");
        var blank = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0) return LedgerErrors.CheckpointMalformed("there is no blank line in front of the signatures");

        var text = note[..(blank + 1)];
        var checkpoint = Checkpoint.Parse(text);
        if (!checkpoint.IsSuccess) return checkpoint.Error!;

        var lines = note[(blank + 2)..].Split('\n');
        if (lines[^1].Length > 0 || lines.Length < 2) return LedgerErrors.CheckpointMalformed("the signatures do not end with a line feed");
        if (lines.Length - 1 > MaxSignatures) return LedgerErrors.CheckpointMalformed("it carries too many signatures");

        var signatures = new List<NoteSignature>();
        foreach (var line in lines[..^1])
        {
            if (ParseLine(line) is not { } signature) return LedgerErrors.CheckpointMalformed("a signature line is not an em dash, a name and base64");
            signatures.Add(signature);
        }

        return new SignedCheckpoint(checkpoint.Value, text, signatures);
    }

    public bool Equals(SignedCheckpoint? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static NoteSignature? ParseLine(string line)
    {
        if (!line.StartsWith(LinePrefix, StringComparison.Ordinal)) return null;
        var parts = line[LinePrefix.Length..].Split(' ');
        if (parts.Length != 2 || !VerifierKey.IsName(parts[0])) return null;
        if (StrictBase64.Decode(parts[1]) is not { Length: > VerifierKey.KeyIdLength } bytes) return null;

        return new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[VerifierKey.KeyIdLength..]);
    }
}
