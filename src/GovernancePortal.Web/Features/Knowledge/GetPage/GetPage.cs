using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.GetPage;

/// <summary>One knowledge page: where it stands, why, and what happened to it.</summary>
[Requires(Policies.ViewPages)]
public sealed record GetPageQuery(KnowledgePageId PageId) : IRequest<Result<PageDetails>>;

/// <param name="Page">As it is kept.</param>
/// <param name="Why">Why agents may read it, or not.</param>
/// <param name="Reads">By agents in the last 28 days.</param>
/// <param name="History">Newest first.</param>
public sealed record PageDetails(
    KnowledgePage Page,
    PageState State,
    string Why,
    string? Unit,
    PagePerson? Owner,
    PagePerson? Deputy,
    string? VerifiedBy,
    long Reads,
    IReadOnlyList<ReportedAnswer> WrongAnswers,
    IReadOnlyList<PageEvent> History,
    bool MayManage,
    bool MayQuarantine,
    DateOnly Today)
{
    public bool MayBeRead => State == PageState.Fresh && Page.IsAgentReadable;
}

/// <param name="IsHere">Whether they work here.</param>
public sealed record PagePerson(string Name, string Number, bool IsHere);

public sealed record ReportedAnswer(DateTimeOffset At, string Text);

/// <param name="Number">In the ledger.</param>
/// <param name="Reason">As it was stated, if one was.</param>
public sealed record PageEvent(long Number, DateTimeOffset At, string Kind, string? Reason);

internal sealed class GetPageHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetPageQuery, Result<PageDetails>>
{
    private const int MostEvents = 50;
    private const int MostReports = 20;

    public async Task<Result<PageDetails>> Handle(GetPageQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (today, id) = (clock.Today(), request.PageId);
        var page = await db.KnowledgePages.AsNoTracking().Within(db.Units, user.ScopeOf(Policies.ViewPages)).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (page is null) return CommonErrors.NotFound;

        var people = await db.People.Where(p => p.Id == page.Owner || p.Id == page.Deputy || p.Id == page.VerifiedBy).Select(p => new { p.Id, p.Name, p.EmployeeNumber, p.LeftOn }).ToListAsync(cancellationToken);
        var unit = await db.Units.Where(u => u.Id == page.UnitId).Select(u => new { u.Path, u.Left }).SingleOrDefaultAsync(cancellationToken);
        var reads = await db.PageReads.WeighingOn(today).Where(r => r.PageId == id).SumAsync(r => (long?)r.Count, cancellationToken) ?? 0;
        var reports = await db.WrongAnswers.Where(w => w.PageId == id && w.SettledAt == null).OrderByDescending(w => w.Id).Take(MostReports).Select(w => new ReportedAnswer(w.ReportedAt, w.Text)).ToListAsync(cancellationToken);
        var history = await HistoryAsync(db, id, cancellationToken);
        var owner = Person(page.Owner);
        var state = page.StateOn(today, owner is { IsHere: true });
        var isOpen = page.WithdrawnAt is null;
        return new PageDetails(
            page, state, PageWords.Why(page, state), unit?.Path, owner, Person(page.Deputy), Person(page.VerifiedBy)?.Name, reads, reports, history,
            isOpen && Reaches(Policies.ManagePages), isOpen && page.QuarantinedAt is null && Reaches(Policies.QuarantinePages), today);

        PagePerson? Person(PersonId? wanted) => people.Where(p => p.Id == wanted).Select(p => new PagePerson(p.Name, p.EmployeeNumber, p.LeftOn is null || p.LeftOn > today)).SingleOrDefault();

        bool Reaches(string policy) => user.ScopeOf(policy) is var scope && (unit is null ? scope.IsWholeOrganisation : scope.Covers(unit.Left));
    }

    private static async Task<IReadOnlyList<PageEvent>> HistoryAsync(PortalDbContext db, KnowledgePageId id, CancellationToken cancellationToken)
    {
        var subject = PageAccess.Subject(id);
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.Subject == subject).OrderByDescending(e => e.Sequence).Take(MostEvents).ToListAsync(cancellationToken);
        return [.. entries.Select(e => new PageEvent(e.Number, e.At, e.Kind, Reason(e.Payload)))];
    }

    private static string? Reason(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString() : null;
    }
}
