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

namespace GovernancePortal.Web.Features.Incidents.BringIncident;

/// <summary>Takes an incident that another system recorded. Its number is the key: the same incident again does nothing, with other facts it is refused.</summary>
/// <param name="Number">As the other system names it.</param>
/// <param name="Unit">The path of the unit that answers for it, with or without the organisation before it.</param>
/// <param name="Involvement">What AI had to do with it, in the portal's words; null when it is not known.</param>
/// <param name="Autonomy">Of the AI Incident Database (CSETv1), where only that is known.</param>
/// <param name="Factors">With semicolons between.</param>
/// <param name="Cause">In words.</param>
[Requires(Policies.BringIncidents)]
public sealed record BringIncidentCommand(
    string? Number,
    string? Title,
    int Severity,
    string? Unit,
    DateTimeOffset? StartedAt,
    DateTimeOffset? DetectedAt = null,
    DateTimeOffset? EndedAt = null,
    string? Systems = null,
    long? CustomersAffected = null,
    decimal? Loss = null,
    string? LossNote = null,
    string? Involvement = null,
    string? Autonomy = null,
    string? Factors = null,
    string? Cause = null) : IRequest<Result<BroughtIncident>>;

/// <param name="IsNew">False when it was known already.</param>
public sealed record BroughtIncident(IncidentId Id, string Number, bool IsNew);

internal sealed class BringIncidentHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<BringIncidentCommand, Result<BroughtIncident>>
{
    public async Task<Result<BroughtIncident>> Handle(BringIncidentCommand request, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(request, cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // The same incident came twice at once: the other one is there now.
            return await TryAsync(request, cancellationToken);
        }
    }

    private async Task<Result<BroughtIncident>> TryAsync(BringIncidentCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var faults = new List<FieldError>();
        var unit = await UnitAsync(db, request.Unit?.Trim() ?? "", faults, cancellationToken);
        if (request.StartedAt is null) faults.Add(new("startedAt", "State when it began, with its zone."));
        var cause = CauseVocabulary.Read(request.Involvement, request.Autonomy, request.Factors, request.Cause, user.DisplayName, faults);
        if (faults.Count > 0) return FieldRefusal.Of(faults);

        var facts = new IncidentFacts(
            request.Title ?? "", request.Severity, unit, request.StartedAt!.Value.ToUniversalTime(), request.DetectedAt?.ToUniversalTime(), request.EndedAt?.ToUniversalTime(),
            request.Systems ?? "", request.CustomersAffected, request.Loss, request.LossNote ?? "");
        var now = clock.GetUtcNow();
        var brought = Incident.Bring(request.Number ?? "", facts, cause, now);
        if (!brought.IsSuccess) return brought.Error!;

        var incident = brought.Value;
        var known = await db.Incidents.AsNoTracking().Include(i => i.Corrections).SingleOrDefaultAsync(i => i.Number == incident.Number, cancellationToken);
        if (known is not null) return known.WasToldAs(facts) ? new BroughtIncident(known.Id, known.Number, IsNew: false) : IncidentErrors.ToldOtherwise;

        db.Incidents.Add(incident);
        db.Tell(user, incident, "reported", new { number = incident.Number, facts = IncidentPayload.Of(incident.Facts), cause = IncidentPayload.Of(cause) }, now);
        await db.SaveChangesAsync(cancellationToken);
        return new BroughtIncident(incident.Id, incident.Number, IsNew: true);
    }

    private async Task<UnitId> UnitAsync(PortalDbContext db, string path, List<FieldError> faults, CancellationToken cancellationToken)
    {
        var root = await db.Units.Where(u => u.ParentId == null).Select(u => u.Path).SingleAsync(cancellationToken);
        var whole = root + Unit.PathSeparator + path;
        var found = await db.Units.Within(user.ScopeOf(Policies.BringIncidents)).Where(u => u.Path == path || u.Path == whole).Select(u => u.Id).ToListAsync(cancellationToken);
        if (found.Count != 1) faults.Add(new("unit", "Name a unit that the key covers, by its path."));
        return found.Count == 1 ? found[0] : default;
    }
}
