using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Statements;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.ListStatements;

/// <summary>Looks again for the people and courses of statements that found none, as after a roster or a course was added. Each stays within the reach of the key that sent it.</summary>
[Requires(Policies.ManageCourses)]
public sealed record RetryStatementsCommand : IRequest<Result<RetriedStatements>>, IWholeOrganisationRequest;

/// <param name="Looked">How many were looked at.</param>
/// <param name="Found">How many of them have a person and a course now.</param>
public sealed record RetriedStatements(int Looked, int Found);

internal sealed class RetryStatementsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<RetryStatementsCommand, Result<RetriedStatements>>
{
    private const int Most = 5_000;

    public Task<Result<RetriedStatements>> Handle(RetryStatementsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return CoverageProjection.SaveAsync(contexts, now.UtcDay(), (db, token) => RetryAsync(db, now, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<RetriedStatements>>> RetryAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db
            .XapiStatements.Where(s => s.Outcome == StatementOutcome.NobodyKnown || s.Outcome == StatementOutcome.NoCourse)
            .OrderByDescending(s => s.ReceivedAt)
            .ThenBy(s => s.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var desk = new StatementDesk(db, user.Actor, now);
        foreach (var sender in rows.GroupBy(r => r.SentBy, StringComparer.Ordinal))
        {
            var scope = await ScopeOfAsync(db, sender.Key, cancellationToken);
            await desk.ResolveAsync([.. sender.Select(r => (r, StatementDesk.Parse(r, now)))], scope, cancellationToken);
        }

        var found = rows.Where(r => r.PersonId is not null && r.CourseId is not null).ToList();
        db.Record(user.Actor, "statements.retried", user.Actor, new { looked = rows.Count, found = found.Count });
        await db.SaveChangesAsync(cancellationToken);
        var people = await desk.RecordAsync([.. rows.Where(r => r.PersonId is not null)], cancellationToken);
        return new CoverageChange<RetriedStatements>(new RetriedStatements(rows.Count, found.Count), CoveragePeople.Only(people));
    }

    private static async Task<UnitScope> ScopeOfAsync(PortalDbContext db, string sender, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(sender.AsSpan(sender.IndexOf(':') + 1), out var key)) return UnitScope.Nothing;
        var id = new ApiKeyId(key);
        var ranges = await db.ApiKeys.Where(k => k.Id == id).Join(db.Units, k => k.UnitId, u => u.Id, (_, u) => new UnitRange(u.Left, u.Right)).ToListAsync(cancellationToken);
        return UnitScope.Of(ranges);
    }
}
