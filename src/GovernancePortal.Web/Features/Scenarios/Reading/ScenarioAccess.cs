using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>Which scenarios somebody may read and change, and whether they may know what a position costs.</summary>
internal static class ScenarioAccess
{
    /// <summary>Those about a unit of the scope; those about none belong to whoever covers the whole organisation.</summary>
    public static IQueryable<Scenario> Within(this IQueryable<Scenario> scenarios, PortalDbContext db, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return scenarios;
        var covered = db.Units.Within(scope).Select(u => (UnitId?)u.Id);
        return scenarios.Where(s => s.UnitId != null && covered.Contains(s.UnitId));
    }

    public static async Task<Result<Scenario>> FindAsync(PortalDbContext db, CurrentUser user, string policy, ScenarioId id, CancellationToken cancellationToken) =>
        await db.Scenarios.Within(db, user.ScopeOf(policy)).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is { } scenario ? scenario : ScenarioErrors.NotFound;

    /// <summary>Loads it for a change that was decided on looking at <paramref name="version"/>.</summary>
    public static async Task<Result<Scenario>> FindForChangeAsync(PortalDbContext db, CurrentUser user, ScenarioId id, int version, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, user, Policies.EditScenarios, id, cancellationToken);
        return found.IsSuccess && found.Value.Version != version ? CommonErrors.ChangedMeanwhile : found;
    }

    /// <summary>Null when the scope covers the unit, or the whole organisation where there is none.</summary>
    public static async Task<Error?> RefusalAsync(PortalDbContext db, UnitScope scope, UnitId? unit, CancellationToken cancellationToken)
    {
        if (unit is not { } id) return scope.IsWholeOrganisation ? null : ScenarioErrors.NoUnit;
        return await db.Units.Within(scope).AnyAsync(u => u.Id == id, cancellationToken) ? null : AccessErrors.OutOfScope;
    }

    /// <summary>Whether the user may know what positions of this scenario cost. What a template holds is nobody's pay.</summary>
    public static async Task<bool> MaySeePayAsync(PortalDbContext db, CurrentUser user, Scenario scenario, CancellationToken cancellationToken) =>
        !scenario.HoldsPay || await RefusalAsync(db, user.ScopeOf(Policies.ViewPay), scenario.UnitId, cancellationToken) is null;

    /// <summary>Writes the entry for the ledger; the payload never holds what a position costs.</summary>
    public static void Tell(this PortalDbContext db, CurrentUser user, Scenario scenario, string what, object payload) => db.Record(user.Actor, $"scenario.{what}", Subject(scenario.Id), payload);

    /// <summary>As the ledger names it.</summary>
    public static string Subject(ScenarioId id) => $"scenario:{id}";
}
