using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.GetLedgerState;

/// <summary>How large the ledger is, when it was last verified and last signed.</summary>
[Requires(Policies.ViewLedger)]
public sealed record GetLedgerStateQuery : IRequest<Result<LedgerState>>, IWholeOrganisationRequest;

/// <param name="Checkpoints">The latest ones, newest first.</param>
/// <param name="NextCheckpoint">When the schedule makes one, if the ledger has grown by then.</param>
/// <param name="Key">The verifier key, to be handed to whoever verifies.</param>
public sealed record LedgerState(long Size, LastVerified? Verified, IReadOnlyList<CheckpointRow> Checkpoints, DateTimeOffset NextCheckpoint, string Key);

public sealed record LastVerified(DateTimeOffset At, string By, long Number);

/// <param name="By">Who asked for it, in words; null for the schedule.</param>
public sealed record CheckpointRow(long Size, DateTimeOffset MadeAt, string? By, string Note);

internal sealed class GetLedgerStateHandler(IDbContextFactory<PortalDbContext> contexts, CheckpointSigner signer, TimeProvider clock)
    : IRequestHandler<GetLedgerStateQuery, Result<LedgerState>>
{
    private const int Shown = 20;

    public async Task<Result<LedgerState>> Handle(GetLedgerStateQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var size = await db.LedgerHead.Select(h => h.Size).SingleAsync(cancellationToken);
        var verified = await db
            .LedgerEntries.AsNoTracking()
            .Where(e => e.Kind == "ledger.verified")
            .OrderByDescending(e => e.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        var checkpoints = await db.LedgerCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).Take(Shown).ToListAsync(cancellationToken);

        var names = await LedgerNames.OfActorsAsync(db, checkpoints.Select(c => c.MadeBy).Append(verified?.ActorId ?? ""), cancellationToken);
        return new LedgerState(
            size,
            verified is null ? null : new LastVerified(verified.At, names.Actor(verified.ActorId), verified.Number),
            [.. checkpoints.Select(c => new CheckpointRow(c.Size, c.MadeAt, c.MadeBy is "system" ? null : names.Actor(c.MadeBy), c.Text))],
            CheckpointSchedule.Next(clock.GetUtcNow()),
            signer.VerifierKey.ToString()
        );
    }
}
