using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>Takes a session back within ten seconds; only whoever logged it.</summary>
[Requires(Policies.LogTraining)]
public sealed record UndoSessionCommand(TrainingSessionId SessionId) : IRequest<Result<int>>;

internal sealed class UndoSessionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<UndoSessionCommand, Result<int>>
{
    private const string Reason = "Taken back at once by the one who logged it.";

    public Task<Result<int>> Handle(UndoSessionCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return CoverageProjection.SaveAsync(contexts, now.UtcDay(), (db, token) => UndoAsync(db, request.SessionId, now, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<int>>> UndoAsync(PortalDbContext db, TrainingSessionId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var session = await db.TrainingSessions.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (session is null || !session.LoggedBy.Equals(user.Actor, StringComparison.Ordinal)) return CommonErrors.NotFound;
        if (!session.CanBeUndoneAt(now))
            return new Error("session.too-late", "Ten seconds are over. Correct single records instead: each correction is a new record with your reason.");

        var completions = await db.Completions.Where(c => c.SessionId == id && c.VoidedAt == null).ToListAsync(cancellationToken);
        foreach (var completion in completions) completion.Void(now, user.Actor, Reason);
        session.Undo(now);
        db.EvaluationSignals.Add(new EvaluationSignal("literacy", now));
        db.Record(user.Actor, "session.undone", $"session:{id.Value}", new { people = completions.Count });
        return new CoverageChange<int>(completions.Count, CoveragePeople.Only([.. completions.Select(c => c.PersonId)]));
    }
}
