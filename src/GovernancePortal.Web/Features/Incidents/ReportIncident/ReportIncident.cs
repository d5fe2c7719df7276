using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.ReportIncident;

/// <summary>Where the form begins: the unit of the person who reports.</summary>
[Requires(Policies.ReportIncidents)]
public sealed record GetIncidentReportQuery : IRequest<Result<IncidentReportForm>>;

/// <param name="UnitId">Null for an account that is nobody of the roster.</param>
public sealed record IncidentReportForm(UnitId? UnitId, string UnitPath, DateTimeOffset Now);

/// <summary>Tells that something stopped or harmed. Why it happened is stated later, by those who classify.</summary>
/// <param name="Facts">The unit may be left out: it is then the reporter's own.</param>
[Requires(Policies.ReportIncidents)]
public sealed record ReportIncidentCommand(IncidentFacts Facts) : IRequest<Result<IncidentId>>;

internal sealed class ReportIncidentHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetIncidentReportQuery, Result<IncidentReportForm>>,
        IRequestHandler<ReportIncidentCommand, Result<IncidentId>>
{
    /// <summary>Each time somebody else took the number, so one of those who report at once has moved on.</summary>
    private const int MostAttempts = 20;

    public async Task<Result<IncidentReportForm>> Handle(GetIncidentReportQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await OwnUnitAsync(db, cancellationToken);
        return new IncidentReportForm(own?.Id, own?.Path ?? "", clock.GetUtcNow());
    }

    public async Task<Result<IncidentId>> Handle(ReportIncidentCommand request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(request.Facts, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < MostAttempts && DatabaseErrors.IsUniqueViolation(exception))
            {
                // Somebody else took the number in between: the next one is tried.
            }
        }
    }

    private async Task<Result<IncidentId>> TryAsync(IncidentFacts stated, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await OwnUnitAsync(db, cancellationToken);
        var facts = stated.UnitId.Value == Guid.Empty && own is not null ? stated with { UnitId = own.Id } : stated;
        if (facts.UnitId.Value != Guid.Empty && facts.UnitId != own?.Id && !await IncidentAccess.CoversAsync(db, user.ScopeOf(Policies.ReportIncidents), facts.UnitId, cancellationToken))
            return FieldRefusal.At(nameof(facts.UnitId), "Choose your own unit or one that your role covers. Whoever classifies it can move it.");

        var last = await db.Incidents.MaxAsync(i => (int?)i.Serial, cancellationToken) ?? 0;
        var now = clock.GetUtcNow();
        var reported = Incident.Report(Incident.NumberAfter(last), facts, user.PersonId, now);
        if (!reported.IsSuccess) return reported.Error!;

        db.Incidents.Add(reported.Value);
        db.Tell(user, reported.Value, "reported", new { number = reported.Value.Number, facts = IncidentPayload.Of(reported.Value.Facts) }, now);
        await db.SaveChangesAsync(cancellationToken);
        return reported.Value.Id;
    }

    private async Task<Unit?> OwnUnitAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        user.PersonId is not { } me ? null : await db.Units.AsNoTracking().Where(u => db.People.Any(p => p.Id == me && p.UnitId == u.Id)).SingleOrDefaultAsync(cancellationToken);
}
