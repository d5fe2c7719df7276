using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Fills an empty database with the demo organisation; leaves one that holds people alone.</summary>
internal sealed class DemoSeeder(IDbContextFactory<PortalDbContext> contexts, DemoTargets targets, TimeProvider clock)
{
    public const string Actor = "system:demo";

    /// <summary>Writes the usual demo; tells whether anything was written.</summary>
    public Task<bool> SeedAsync(CancellationToken cancellationToken) => SeedAsync(DemoScale.Least, cancellationToken);

    /// <summary>Writes the usual demo and so many stores that it has <paramref name="people"/> people; tells whether anything was written.</summary>
    public async Task<bool> SeedAsync(int people, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, DemoScale.Least);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Units.AnyAsync(cancellationToken)) return false;

        // SQL Server may drop the connection: then all of it is made again.
        await db.Database.CreateExecutionStrategy().ExecuteAsync(token => WriteAsync(people, token), cancellationToken);
        return true;
    }

    private async Task WriteAsync(int people, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var today = now.UtcDay();
        var units = DemoRoster.Make(today);
        var operations = Named(units, DemoPlan.StoreOperations);
        var stores = DemoScaleUnits.Make(operations.Unit, people - DemoScale.Least);
        Unit[] all = [.. units.Select(u => u.Unit), .. stores.Select(s => s.Unit)];
        UnitTree.Number(all, Headcounts(units, stores));
        var training = new DemoTraining(units, today);

        // All of it or nothing: half a story would look like a whole organisation at the next start.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Units.AddRange(all);
        db.People.AddRange(units.SelectMany(u => u.People));
        db.Courses.AddRange(training.Courses);
        db.LiteracyRequirements.AddRange(training.Requirements);
        db.Completions.AddRange(training.Completions);
        db.PersonLogins.AddRange(DemoUsage.Logins(units));
        var incidents = DemoIncidents.Make(units, today);
        db.Incidents.AddRange(incidents);
        DemoIncidents.Record(db, Actor, incidents);
        DemoTargets.AddEvidence(db, units, today);
        var tools = DemoTools.Make(units, today);
        db.AiTools.AddRange(tools);
        DemoKnowledge.Add(db, units, today);
        DemoChanges.Add(db, units, tools, now);
        db.DeliveryProjectUnits.AddRange(DemoDelivery.Units(units));
        AddAccounts(db, units, now);
        db.Record(Actor, "demo.seeded", $"unit:{units[0].Unit.Id.Value}", new { people, units = all.Length });
        await db.SaveChangesAsync(cancellationToken);

        await DemoUsage.WriteAsync(db, units, today, cancellationToken);
        await DemoDelivery.WriteAsync(db, today, cancellationToken);
        await new DemoScale(stores, operations.Head, today).WriteAsync(db, training.Basics, cancellationToken);
        await DemoTraining.KeepCoverageAsync(db, today, cancellationToken);

        // The targets read what was just written, as they do every night.
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await DemoScenarios.WriteAsync(db, units, now, cancellationToken);
        await DemoCases.WriteAsync(db, units, now, cancellationToken);
        await DemoMoves.WriteAsync(db, units, now, cancellationToken);
        await DemoFriction.WriteAsync(db, units, tools, today, cancellationToken);
        db.ChangeTracker.Clear();
        await targets.PlayAsync(db, units, EvaluationRun.DueOn(now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Dictionary<UnitId, int> Headcounts(IReadOnlyList<StaffedUnit> units, IReadOnlyList<ScaleUnit> stores) =>
        units.Select(u => (u.Unit.Id, u.People.Count)).Concat(stores.Select(s => (s.Unit.Id, s.People))).ToDictionary();

    private static StaffedUnit Named(IReadOnlyList<StaffedUnit> units, string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal));

    private static void AddAccounts(PortalDbContext db, IReadOnlyList<StaffedUnit> units, DateTimeOffset now)
    {
        // One hash for all: it takes a while on purpose, and the password is the same and public.
        var hash = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), DemoAccounts.Password);
        foreach (var account in DemoAccounts.All)
        {
            var (unit, person) = Place(account.Role, units);
            var user = new PortalUser
            {
                UserName = account.Email,
                NormalizedUserName = account.Email.ToUpperInvariant(),
                Email = account.Email,
                NormalizedEmail = account.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                DisplayName = account.DisplayName,
                PersonId = person.Id,
                IsDemo = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                PasswordHash = hash,
            };
            db.Users.Add(user);
            db.RoleAssignments.Add(new RoleAssignment(user.Id, account.Role, unit.Id, now));
            db.Record(Actor, "role.assigned", $"user:{user.Id}", new { role = account.Role.ToString(), unitId = unit.Id.Value });
        }
    }

    /// <summary>Where a role's account stands in the organisation, and which person it is.</summary>
    private static (Unit Scope, Person Person) Place(Role role, IReadOnlyList<StaffedUnit> units)
    {
        var (root, technology, checkout) = (Named(units, DemoPlan.Organisation), Named(units, DemoPlan.Technology), Named(units, DemoPlan.Checkout));
        return role switch
        {
            Role.Executive => (root.Unit, root.People[1]),
            Role.GovernanceOfficer => (root.Unit, root.People[3]),
            Role.HumanResources => (root.Unit, Named(units, "People team").Head),
            Role.TeamLead => (checkout.Unit, checkout.Head),
            Role.Reviewer => (technology.Unit, technology.People[1]),
            Role.KnowledgeSteward => (technology.Unit, Named(units, "Payments platform").People[1]),
            Role.Employee => (checkout.Unit, checkout.People[1]),
            Role.Auditor => (root.Unit, Named(units, "Internal audit").People[1]),
            Role.Administrator => (root.Unit, Named(units, "Platform operations").Head),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No demo account plays this role."),
        };
    }
}
