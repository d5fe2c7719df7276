using GovernancePortal.Data.Ledger;
using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Which checkpoints can be believed.</summary>
/// <param name="Trusted">Those of this ledger with a valid signature, from the database and from outside.</param>
/// <param name="Signatures">How many were checked.</param>
/// <param name="Outside">The largest one outside the database.</param>
/// <param name="OutsideCount">How many are outside.</param>
/// <param name="Fault">The first that cannot be believed.</param>
internal sealed record SignatureCheck(IReadOnlyList<Checkpoint> Trusted, int Signatures, Checkpoint? Outside, int OutsideCount, string? Fault)
{
    public static SignatureCheck Of(CheckpointSigner signer, IReadOnlyList<ArchivedCheckpoint> files, IReadOnlyList<LedgerCheckpoint> stored)
    {
        var notes = files
            .Select(f => (Where: $"The checkpoint file {f.File}", f.Note))
            .Concat(stored.Select(c => (Where: $"The stored checkpoint at #{c.Size}", Note: Read(c))))
            .Select(n => (n.Where, n.Note, Valid: n.Note is not null && signer.HasSigned(n.Note)))
            .ToArray();

        var outside = notes.Take(files.Count).Where(n => n.Valid).Select(n => n.Note!.Checkpoint).ToArray();
        var bad = notes.Where(n => !n.Valid).Select(n => n.Where).FirstOrDefault();
        return new SignatureCheck(
            [.. notes.Where(n => n.Valid).Select(n => n.Note!.Checkpoint)],
            notes.Length,
            outside.MaxBy(c => c.Size),
            outside.Length,
            bad is null ? null : $"{bad} is not one that the portal signed."
        );
    }

    // The columns beside the text are for reading only; when they say something else than the signed text, the row was changed.
    private static SignedCheckpoint? Read(LedgerCheckpoint stored)
    {
        var note = SignedCheckpoint.Parse(stored.Text);
        return note.IsSuccess && note.Value.Checkpoint.Size == stored.Size && note.Value.Checkpoint.Root.AsSpan().SequenceEqual(stored.Root) ? note.Value : null;
    }
}

/// <summary>Compares the root over the entries with the one that appends go on from.</summary>
internal static class RootCheck
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Of(LedgerHead? head, LedgerVerdict verdict)
    {
        if (verdict.Fault is not null) return null; // said already
        if (head is null) return "The head of the record is missing.";
        if (verdict.Entries < head.Size) return $"The record was cut off: it counts {head.Size} entries, and entry #{verdict.Entries + 1} is not there.";

        var frontier = MerkleFrontier.FromBytes(head.Frontier);
        var same = frontier?.Size == head.Size && frontier.Root().AsSpan().SequenceEqual(verdict.Root);
        return same ? null : "The stored root is not that of the entries.";
    }
}
