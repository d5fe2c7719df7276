using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Checks the whole ledger: rows, stored hashes, checkpoints in the database and those outside it.</summary>
public sealed class LedgerVerifier(IDbContextFactory<PortalDbContext> contexts, CheckpointSigner signer, CheckpointArchive archive, TimeProvider clock)
{
    private const int ProgressEvery = 16; // batches

    public async Task<LedgerReport> VerifyAsync(IProgress<LedgerProgress>? progress, CancellationToken cancellationToken)
    {
        var (at, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // In this order: what is read later is never older, however much is appended meanwhile.
        var files = archive.ReadAll();
        var stored = await db.LedgerCheckpoints.AsNoTracking().OrderBy(c => c.Size).ToListAsync(cancellationToken);
        var head = await db.LedgerHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var size = head?.Size ?? 0;
        var nodes = await db.LedgerNodes.AsNoTracking().ToDictionaryAsync(n => (n.Level, n.Index), n => n.Hash, cancellationToken);

        var signatures = Timed(() => SignatureCheck.Of(signer, files, stored));
        var verification = new LedgerVerification(signatures.Value.Trusted, (level, index) => nodes.GetValueOrDefault((level, index)));
        var reading = clock.GetTimestamp();
        await ReadAsync(db, size, verification, progress, cancellationToken);
        var verdict = verification.Complete();
        var read = clock.GetElapsedTime(reading);

        var root = Timed(() => RootCheck.Of(head, verdict));
        var beyond = await BeyondAsync(db, cancellationToken);
        var consistency = clock.GetTimestamp();
        var outside = await ConsistentAsync(db, signatures.Value.Outside, verdict, cancellationToken);

        var fault = verdict.Fault?.Message ?? root.Value ?? beyond ?? signatures.Value.Fault ?? (outside == false ? ConsistencyFault : null);
        LedgerProof[] proofs =
        [
            Entries(verdict, beyond, read),
            Root(verdict, root.Value, stored.LastOrDefault(), root.Took),
            Signatures(signatures.Value, signatures.Took),
            Outside(outside, signatures.Value.Outside, clock.GetElapsedTime(consistency)),
        ];
        return new LedgerReport(size, verdict.Root, fault, proofs, signatures.Value.OutsideCount, at, clock.GetElapsedTime(started));
    }

    private static string ConsistencyFault => "The record does not extend the checkpoint that is kept outside the database.";

    private static async Task ReadAsync(
        PortalDbContext db,
        long size,
        LedgerVerification verification,
        IProgress<LedgerProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var batches = 0;
        await foreach (var batch in LedgerReader.ReadAsync(db, size, cancellationToken))
        {
            foreach (ref readonly var row in batch.AsSpan()) verification.Add(row);
            if (batches++ % ProgressEvery == 0) progress?.Report(new LedgerProgress(verification.Count, size));
        }
    }

    // A row behind the end would make the next append fail. The largest sequence is read first: a head read after it counts it.
    private static async Task<string?> BeyondAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var last = await db.LedgerEntries.MaxAsync(e => (long?)e.Sequence, cancellationToken);
        var size = await db.LedgerHead.Select(h => (long?)h.Size).SingleOrDefaultAsync(cancellationToken) ?? 0;
        return last >= size ? $"Entry #{last + 1} stands behind the end of the record, which counts {Say.Of(size, "entry", "entries")}." : null;
    }

    private static async Task<bool?> ConsistentAsync(PortalDbContext db, Checkpoint? outside, LedgerVerdict verdict, CancellationToken cancellationToken)
    {
        if (outside is null) return null;
        if (verdict.Fault is { } fault) return fault.Kind is LedgerFaultKind.Truncated or LedgerFaultKind.RootDiffers ? false : null;
        if (verdict.Entries < outside.Size) return false;

        var proof = await new MerkleProver(new LedgerMerkleSource(db), verdict.Entries).ConsistencyAsync(outside.Size, cancellationToken);
        return MerkleTree.VerifyConsistency(outside.Size, outside.Root, verdict.Entries, verdict.Root, proof);
    }

    private static LedgerProof Entries(LedgerVerdict verdict, string? beyond, TimeSpan took)
    {
        if (verdict.Fault is { } fault) return new(false, fault.Message, $"unchanged in front of it: {Say.Of(verdict.Entries, "entry", "entries")}", took);
        if (beyond is not null) return new(false, beyond, "nobody who uses the portal can write it", took);
        return new(true, $"{Say.Of(verdict.Entries, "entry", "entries")} read and hashed again", "every leaf and every stored subtree equals its hash", took);
    }

    private static LedgerProof Root(LedgerVerdict verdict, string? fault, LedgerCheckpoint? latest, TimeSpan took)
    {
        if (verdict.Fault is not null) return new(null, "Root not compared", "the entries do not hold", took);
        if (fault is not null) return new(false, fault, Short(verdict.Root), took, IsCode: true);

        var text = latest is null ? "Root equals the stored one" : $"Root equals the checkpoint of {Say.Time(latest.MadeAt)}";
        return new(true, text, Short(latest?.Root ?? verdict.Root), took, IsCode: true);
    }

    private LedgerProof Signatures(SignatureCheck check, TimeSpan took)
    {
        if (check.Fault is { } fault) return new(false, fault, $"the key is {KeyName}", took);
        if (check.Trusted.Count == 0) return new(null, "No checkpoint was signed yet", "make one to fix the record as it is now", took);
        return new(true, $"Signature valid, key {KeyName}", $"Ed25519, {Say.Of(check.Signatures, "checkpoint", "checkpoints")}", took);
    }

    private static LedgerProof Outside(bool? holds, Checkpoint? outside, TimeSpan took) =>
        holds switch
        {
            null when outside is not null => new(null, "Not compared with the copy kept outside", "the entries do not hold", took),
            null => new(null, "No copy is kept outside the database", "a rewrite of the whole table could not be found out", took),
            true => new(true, "Consistent with the copy kept outside", $"size {Say.Count(outside!.Size)}, in the ledger's folder", took),
            false => new(false, "Not consistent with the copy kept outside", $"size {Say.Count(outside!.Size)}, in the ledger's folder", took),
        };

    private string KeyName => $"{signer.Origin}+{signer.VerifierKey.KeyId:x8}"[..(signer.Origin.Length + 5)];

    private static string Short(byte[] root)
    {
        var text = Convert.ToBase64String(root);
        return $"{text[..8]}…{text[^5..]}";
    }

    private (T Value, TimeSpan Took) Timed<T>(Func<T> work)
    {
        var started = clock.GetTimestamp();
        var value = work();
        return (value, clock.GetElapsedTime(started));
    }
}
