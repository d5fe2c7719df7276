namespace GovernancePortal.Domain.Ledger;

/// <summary>One recorded fact at its place in the ledger. It is never changed and never deleted; a correction is a new entry.</summary>
public sealed class LedgerEntry
{
    /// <summary>The largest place that JSON numbers can tell from its neighbour.</summary>
    public const long MaxSequence = (1L << 53) - 1;

    private LedgerEntry(long sequence, DateTimeOffset at, string actorId, string kind, string subject, string payload, byte[] leafHash) =>
        (Sequence, At, ActorId, Kind, Subject, Payload, LeafHash) = (sequence, at, actorId, kind, subject, payload, leafHash);

    /// <summary>Place in the ledger counted from 0, which is the index of its leaf in the Merkle tree.</summary>
    public long Sequence { get; private set; }

    /// <summary>The number that people see, as in #48213: counted from 1, so the last number equals the size of the ledger.</summary>
    public long Number => Sequence + 1;

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset At { get; private set; }

    public string ActorId { get; private set; }

    public string Kind { get; private set; }

    public string Subject { get; private set; }

    public string Payload { get; private set; }

    /// <summary>SHA-256 over a zero byte and the entry's canonical JSON; see docs/ledger.md.</summary>
    public byte[] LeafHash { get; private set; }

    public static LedgerEntry Append(long sequence, DateTimeOffset now, LedgerFact fact)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, MaxSequence);

        var at = WholeMilliseconds(now);
        var hash = new byte[MerkleHash.Size];
        var columns = new LedgerColumns(sequence, at, fact.ActorId, fact.Kind, fact.Subject, fact.Payload, hash);
        if (!new LedgerEntryEncoder().TryHash(columns, hash)) throw new InvalidOperationException("A fact that was accepted cannot be encoded.");

        return new LedgerEntry(sequence, at, fact.ActorId, fact.Kind, fact.Subject, fact.Payload, hash);
    }

    public LedgerColumns ToColumns() => new(Sequence, At, ActorId, Kind, Subject, Payload, LeafHash);

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time)
    {
        var ticks = time.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}

/// <summary>An entry as it was read from a store, believed in nothing: the verification and the export take it from here.</summary>
public readonly record struct LedgerColumns(
    long Sequence, DateTimeOffset At, string ActorId, string Kind, string Subject, string Payload, byte[] LeafHash);
