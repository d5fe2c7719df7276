using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Web.Features.Literacy.Statements;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.ListStatements;

/// <summary>Statements without effect because the person or the course is unknown, newest first. They may speak of people of no unit, so only the whole organisation sees them.</summary>
[Requires(Policies.ManageCourses)]
public sealed record ListStatementsQuery(Paging Paging) : IRequest<Result<StatementList>>, IWholeOrganisationRequest;

/// <param name="Received">All statements that ever came.</param>
public sealed record StatementList(int Received, int WithoutPerson, int WithoutCourse, PageOf<StatementRow> Page);

/// <param name="Who">As the statement names them.</param>
/// <param name="Activity">The activity's IRI.</param>
public sealed record StatementRow(Guid Id, DateTimeOffset ReceivedAt, string Who, string Verb, string Activity, string Reason);

internal sealed class ListStatementsHandler(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : IRequestHandler<ListStatementsQuery, Result<StatementList>>
{
    public async Task<Result<StatementList>> Handle(ListStatementsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await db.XapiStatements.GroupBy(s => s.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var (people, courses) = (counts.GetValueOrDefault(StatementOutcome.NobodyKnown), counts.GetValueOrDefault(StatementOutcome.NoCourse));
        var paging = request.Paging.Within(people + courses);
        var rows = await db
            .XapiStatements.AsNoTracking()
            .Where(s => s.Outcome == StatementOutcome.NobodyKnown || s.Outcome == StatementOutcome.NoCourse)
            .OrderByDescending(s => s.ReceivedAt)
            .ThenBy(s => s.Id)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new StatementList(counts.Values.Sum(), people, courses, new PageOf<StatementRow>([.. rows.Select(r => RowOf(r, now))], people + courses, paging.Page, paging.Size));
    }

    private static StatementRow RowOf(XapiStatement row, DateTimeOffset now)
    {
        var said = StatementDesk.Parse(row, now);
        var who = said.Actor is not { } actor ? "a group" : actor.Email ?? actor.EmailSha1 ?? actor.OpenId ?? $"{actor.AccountName} at {actor.HomePage}";
        var verb = row.Verb[(row.Verb.LastIndexOfAny(['/', '#']) + 1)..];
        return new StatementRow(row.Id, row.ReceivedAt, who, verb, said.ActivityId ?? "", row.OutcomeText);
    }
}
