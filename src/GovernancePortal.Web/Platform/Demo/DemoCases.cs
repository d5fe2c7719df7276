using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Two cases of displaced positions: one that those concerned know of, the demo's engineer among them, and one that only Human Resources knows of.</summary>
internal static class DemoCases
{
    private const string Author = "Head of Human Resources";

    /// <summary>Adds them; roster and accounts are there already. The caller saves.</summary>
    public static async Task WriteAsync(PortalDbContext db, IReadOnlyList<StaffedUnit> units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var email = DemoAccounts.All.First(a => a.Role == Role.Employee).Email;
        var engineer = await db.Users.Where(u => u.Email == email).Select(u => u.PersonId).SingleAsync(cancellationToken);
        var checkout = Named(units, DemoPlan.Checkout);
        var writers = checkout.People.Where(p => p.Id == engineer || p.WorkRole == "Test Engineer").Take(6).ToArray();
        var published = Open(
            db, new("Checkout engineering, tests by hand", checkout.Unit.Id,
                "Assistants write and maintain the regression tests of the checkout since the summer. What remains is to read what they wrote and to watch over what they may change, which is other work than writing tests.",
                new(PlaceOfLaw.UnitedKingdom, SiteLosses: writers.Length)),
            now.AddDays(-12));
        foreach (var person in writers) DemoIncidents.Done(published.Mark(person.Id, person.Id == engineer ? 0.5m : 1, person.Id == engineer ? "Half of the position is writing tests; the other half stays." : "", now.AddDays(-12)));
        Confirm(db, published, 1, 0, now.AddDays(-8));
        DemoIncidents.Done(published.Publish(now.AddDays(-7)));
        Tell(db, published, "published");

        var service = Named(units, "Customer service");
        var draft = Open(
            db, new("Customer service, first questions", service.Unit.Id,
                "An agent answers first questions about orders and returns. Six in ten conversations no longer reach a person.",
                new(PlaceOfLaw.UnitedKingdom, SiteLosses: 9)),
            now.AddDays(-3));
        foreach (var person in service.People.Where(p => p.WorkRole == "Service Agent").Take(9)) DemoIncidents.Done(draft.Mark(person.Id, 1, "", now.AddDays(-3)));
        Tell(db, draft, "positions.marked");
    }

    private static DisplacementCase Open(PortalDbContext db, CaseTerms terms, DateTimeOffset at)
    {
        var opened = DemoIncidents.Done(DisplacementCase.Open(terms, DemoSeeder.Actor, Author, at));
        db.DisplacementCases.Add(opened);
        Tell(db, opened, "opened");
        return opened;
    }

    private static void Confirm(PortalDbContext db, DisplacementCase one, decimal months, int days, DateTimeOffset at)
    {
        DemoIncidents.Done(one.ConfirmNotice(months, days, DemoSeeder.Actor, Author, at));
        Tell(db, one, "notice.confirmed");
    }

    // As every case: a digest instead of names.
    private static void Tell(PortalDbContext db, DisplacementCase one, string what) =>
        db.Record(DemoSeeder.Actor, $"case.{what}", $"case:{one.Id}", new { positions = one.PositionCount, people = CaseSeal.Of(one.Seal, one.Positions.Select(p => p.PersonId)) });

    private static StaffedUnit Named(IReadOnlyList<StaffedUnit> units, string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal));
}
