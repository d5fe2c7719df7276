using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.GetCase;

/// <summary>A case with who is affected by it, in numbers.</summary>
[Requires(Policies.ReadCases)]
public sealed record GetCaseQuery(CaseId CaseId) : IRequest<Result<CaseDetails>>;

/// <param name="Case">What it says about itself; its positions are a list of their own.</param>
/// <param name="UnitPath">What it is about.</param>
/// <param name="Affected">In numbers.</param>
/// <param name="Suggestion">Of notice, from the figures of the case.</param>
/// <param name="Readers">How many accounts have read it.</param>
/// <param name="MayManage">Whether the reader may change it.</param>
public sealed record CaseDetails(DisplacementCase Case, string UnitPath, AffectedPeople Affected, NoticeSuggestion Suggestion, int Readers, bool MayManage);

/// <summary>Positions of a case by name, one page at a time; none where the case is not there for the reader.</summary>
[Requires(Policies.ReadCases)]
public sealed record ListPositionsQuery(CaseId CaseId, Paging Paging) : IRequest<Result<PageOf<PositionRow>>>;

/// <param name="Years">Of service; null when the roster does not say since when.</param>
public sealed record PositionRow(PersonId PersonId, string Name, string Number, string Unit, string WorkRole, Level Level, int? Years, decimal Share, string Reason, DateTimeOffset? WithdrawnAt, string WithdrawReason);

/// <summary>Who has read a case, the latest first.</summary>
[Requires(Policies.ReadCases)]
public sealed record ListCaseReadersQuery(CaseId CaseId, Paging Paging) : IRequest<Result<PageOf<CaseReaderRow>>>;

public sealed record CaseReaderRow(Guid UserId, string Name, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times);

internal sealed class GetCaseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetCaseQuery, Result<CaseDetails>>,
        IRequestHandler<ListPositionsQuery, Result<PageOf<PositionRow>>>,
        IRequestHandler<ListCaseReadersQuery, Result<PageOf<CaseReaderRow>>>
{
    private const double DaysPerYear = 365.25;

    public async Task<Result<CaseDetails>> Handle(GetCaseQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CaseAccess.FindAsync(db, user, request.CaseId, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var one = found.Value;
        await CaseReadings.NoteAsync(db, user, [one.Id], clock.GetUtcNow(), cancellationToken);
        var unit = await db.Units.Where(u => u.Id == one.UnitId).Select(u => u.Path).SingleAsync(cancellationToken);
        var affected = await AffectedReader.ReadAsync(db, one.Id, user.Has(Policies.ViewPay), clock.Today(), cancellationToken);
        var readers = await db.CaseReaders.CountAsync(r => r.CaseId == one.Id, cancellationToken);
        return new CaseDetails(one, unit, affected, NoticeRule.Suggest(one.Figures), readers, user.Has(Policies.ManageCases));
    }

    public async Task<Result<PageOf<PositionRow>>> Handle(ListPositionsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (today, readable) = (clock.Today(), db.DisplacementCases.ReadableBy(db, user));
        var positions = db.DisplacedPositions.AsNoTracking().Where(p => p.CaseId == request.CaseId && readable.Any(c => c.Id == p.CaseId));
        var total = await positions.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await positions
            .Join(db.People, p => p.PersonId, who => who.Id, (p, who) => new { Position = p, Person = who })
            .Join(db.Units, r => r.Person.UnitId, u => u.Id, (r, u) => new { r.Position, r.Person, u.Path })
            .OrderBy(r => r.Person.SearchName)
            .ThenBy(r => r.Person.Id)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(r => new { r.Position, r.Person.Id, r.Person.Name, r.Person.EmployeeNumber, r.Path, r.Person.WorkRole, r.Person.Level, r.Person.StartDate })
            .ToListAsync(cancellationToken);
        return new PageOf<PositionRow>(
            rows.ConvertAll(r => new PositionRow(r.Id, r.Name, r.EmployeeNumber, r.Path, r.WorkRole, r.Level, Years(r.StartDate, today), r.Position.Share, r.Position.Reason, r.Position.WithdrawnAt, r.Position.WithdrawReason)),
            total,
            paging.Page,
            paging.Size);
    }

    public async Task<Result<PageOf<CaseReaderRow>>> Handle(ListCaseReadersQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var readable = db.DisplacementCases.ReadableBy(db, user);
        var readers = db.CaseReaders.AsNoTracking().Where(r => r.CaseId == request.CaseId && readable.Any(c => c.Id == r.CaseId));
        var total = await readers.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await readers
            .OrderByDescending(r => r.LastAt)
            .ThenBy(r => r.UserId)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(r => new CaseReaderRow(r.UserId, db.Users.Where(u => u.Id == r.UserId).Select(u => u.DisplayName).FirstOrDefault() ?? "", r.FirstAt, r.LastAt, r.Times))
            .ToListAsync(cancellationToken);
        return new PageOf<CaseReaderRow>(rows, total, paging.Page, paging.Size);
    }

    private static int? Years(DateOnly? since, DateOnly today) => since is { } start && start <= today ? (int)((today.DayNumber - start.DayNumber) / DaysPerYear) : null;
}
