using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>
/// Reads the messages of all commits of a change, once for each head: a payload brings the newest alone, and the trailer that says AI took part may stand in any.
/// </summary>
internal static class CommitReader
{
    public static async Task ReadAsync(PortalDbContext db, GitHubClient client, HostAnswer answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (answer.Kind != HostAnswerKind.CheckRun || answer.CommitsReadAt is not null) return;
        var (repository, commit) = (answer.Repository, answer.Commit);
        var number = await db.ProposedChanges.Where(c => c.Repository == repository && c.Commit == commit).OrderBy(c => c.Number).Select(c => (int?)c.Number).FirstOrDefaultAsync(cancellationToken);
        if (number is null) return;

        var (involvement, line) = AiTrailers.ReadAll(await client.CommitMessagesAsync(repository, number.Value, answer.Installation, cancellationToken));
        if (involvement != AiInvolvement.NotDeclared) await CommitNoting.NoteAsync(db, repository, commit, n => n.Hear(involvement, line), c => c.HearCommit(involvement, line), now, cancellationToken);
        answer.CommitsRead(now);
    }
}
