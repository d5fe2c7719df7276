using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Makes checkpoints, for whoever asks and for the schedule.</summary>
public sealed class CheckpointMaker(IDbContextFactory<PortalDbContext> contexts, CheckpointSigner signer, CheckpointArchive archive, TimeProvider clock)
{
    public static Error Empty { get; } = new("ledger.empty", "There is nothing in the ledger yet, so there is nothing to sign.");

    public static Error DoesNotExtend { get; } =
        new("ledger.does-not-extend", "Nothing was signed: the ledger does not extend its latest checkpoint. Verify it to see where it was changed.");

    /// <summary>Signs the ledger as it is now; when it has not grown since the latest checkpoint, that one is the answer.</summary>
    public async Task<Result<LedgerCheckpoint>> MakeAsync(string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await SignedBeforeAsync(db, cancellationToken);
        var head = await db.LedgerHead.AsNoTracking().SingleAsync(cancellationToken);
        if (head.Size == 0) return Empty;
        if (MerkleFrontier.FromBytes(head.Frontier) is not { } frontier || frontier.Size != head.Size) return DoesNotExtend;

        var checkpoint = new Checkpoint(signer.Origin, head.Size, frontier.Root());
        if (!await ExtendsAsync(db, checkpoint, before, cancellationToken)) return DoesNotExtend;
        if (await AtAsync(db, head.Size, cancellationToken) is { } latest) return Kept(latest);

        var made = new LedgerCheckpoint(head.Size, checkpoint.Root, signer.Sign(checkpoint).ToString(), clock.GetUtcNow(), actor);
        db.LedgerCheckpoints.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            made = (await AtAsync(db, head.Size, cancellationToken))!; // another replica was quicker
        }

        return Kept(made);
    }

    private static Task<LedgerCheckpoint?> AtAsync(PortalDbContext db, long size, CancellationToken cancellationToken) =>
        db.LedgerCheckpoints.AsNoTracking().SingleOrDefaultAsync(c => c.Size == size, cancellationToken);

    private LedgerCheckpoint Kept(LedgerCheckpoint checkpoint)
    {
        archive.Keep(SignedCheckpoint.Parse(checkpoint.Text).Value);
        return checkpoint;
    }

    // Read before the head, which therefore counts at least as many entries in a ledger that is in order.
    private async Task<IReadOnlyList<Checkpoint>> SignedBeforeAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var outside = archive.ReadAll().LastOrDefault(c => c.Note is { } note && signer.HasSigned(note))?.Note!.Checkpoint;
        var stored = await db
            .LedgerCheckpoints.OrderByDescending(c => c.Size)
            .Select(c => new { c.Size, c.Root })
            .FirstOrDefaultAsync(cancellationToken);
        var checkpoints = new[] { outside, stored is null ? null : new Checkpoint(signer.Origin, stored.Size, stored.Root) };
        return [.. checkpoints.OfType<Checkpoint>()];
    }

    // The portal never signs a ledger that contradicts what it signed before.
    private static async Task<bool> ExtendsAsync(PortalDbContext db, Checkpoint next, IReadOnlyList<Checkpoint> before, CancellationToken cancellationToken)
    {
        if (before.Any(old => old.Size > next.Size)) return false;

        var prover = new MerkleProver(new LedgerMerkleSource(db), next.Size);
        try
        {
            foreach (var old in before)
            {
                var proof = await prover.ConsistencyAsync(old.Size, cancellationToken);
                if (!MerkleTree.VerifyConsistency(old.Size, old.Root, next.Size, next.Root, proof)) return false;
            }
        }
        catch (InvalidOperationException)
        {
            return false; // entries or subtrees that the proof needs are gone
        }

        return true;
    }
}
