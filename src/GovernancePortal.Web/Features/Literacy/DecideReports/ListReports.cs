using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.DecideReports;

/// <summary>What people of the lead's units report of themselves and nobody has confirmed yet; the oldest first.</summary>
[Requires(Policies.LogTraining)]
public sealed record ListReportsQuery(Paging Paging) : IRequest<Result<PageOf<ReportRow>>>;

/// <param name="IsOwn">The lead's own report: somebody else has to confirm it.</param>
public sealed record ReportRow(long Id, int Version, PersonId PersonId, string Person, string Course, string CourseVersion, DateOnly On, string Note, string? EvidenceSha256, DateTimeOffset ReportedAt, bool IsOwn);

internal sealed class ListReportsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListReportsQuery, Result<PageOf<ReportRow>>>
{
    public async Task<Result<PageOf<ReportRow>>> Handle(ListReportsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reports = WaitingReports.Within(db, user.ScopeOf(Policies.LogTraining));
        var total = await reports.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await Page(db, reports, user.PersonId, paging).ToListAsync(cancellationToken);
        return new PageOf<ReportRow>(rows, total, paging.Page, paging.Size);
    }

    internal static IQueryable<ReportRow> Page(PortalDbContext db, IQueryable<Completion> reports, PersonId? me, Paging paging) =>
        from completion in reports.OrderBy(c => c.Id).Skip(paging.Skip).Take(paging.Size)
        join person in db.People on completion.PersonId equals person.Id
        join course in db.Courses on completion.CourseId equals course.Id
        orderby completion.Id
        select new ReportRow(
            completion.Id, completion.Version, person.Id, person.Name, course.Name, completion.CourseVersion, completion.CompletedOn, completion.Note,
            completion.EvidenceSha256, completion.RecordedAt, person.Id == me);
}
