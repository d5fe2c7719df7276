using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.WatchHost;

/// <summary>Lets answers that were given up for one cause be told after all; answers with how many.</summary>
/// <param name="Cause">As <see cref="HostTrouble.Cause"/> names it.</param>
[Requires(Policies.WatchCodeHost)]
public sealed record RetryAnswersCommand(string Cause) : IRequest<Result<int>>, IWholeOrganisationRequest;

internal sealed class RetryAnswersHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<RetryAnswersCommand, Result<int>>
{
    // The job tells fifty at a time; whoever wants more clicks once more.
    private const int AtOnce = 500;

    public async Task<Result<int>> Handle(RetryAnswersCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (cause, now) = (request.Cause, clock.GetUtcNow());
        var answers = await db.HostAnswers.Where(a => a.State == HostAnswerState.GivenUp && a.Fault == cause).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (answers.Count == 0) return 0;

        foreach (var answer in answers) answer.Retry(now);
        db.Record(user.Actor, "host.retried", "host", new { cause, answers = answers.Count });
        await db.SaveChangesAsync(cancellationToken);
        return answers.Count;
    }
}
