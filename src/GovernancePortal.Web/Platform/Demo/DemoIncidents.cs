using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.Reading;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>What went wrong lately: four severe incidents in one week, each with AI in it, and three others. One of them has a cause that somebody tried to rewrite.</summary>
internal static class DemoIncidents
{
    private static readonly Cause NotAi = new(AiInvolvement.NotAi, ButFor.Unanswered, "", ContributingFactors.Other, "A part of the network failed; nobody and nothing had changed it.");

    private static readonly Cause Written = new(
        AiInvolvement.AuthoredByAi,
        ButFor.WouldNotHaveHappened,
        "The change was written by an assistant and nobody read the part that broke.",
        ContributingFactors.MissingReview | ContributingFactors.TimePressure,
        "A change that AI wrote went into production with one quick look. It handled an empty list wrongly.");

    private static readonly Cause Alone = new(
        AiInvolvement.ActedAlone,
        ButFor.WouldNotHaveHappened,
        "Nobody had asked for the environment to be removed.",
        ContributingFactors.ExcessPermission | ContributingFactors.MissingReview,
        "The release agent judged the environment unused and deleted it. It had the right to, and nobody stood in between.");

    private static readonly Cause Advised = new(
        AiInvolvement.ActedOnAdvice,
        ButFor.WouldNotHaveHappened,
        "The person at the desk would have called the service line and did what the assistant said instead.",
        ContributingFactors.TrainingGap,
        "A person acted on AI advice and restarted the wrong terminal service.");

    /// <summary>The Monday of the bad week: six weeks before this one.</summary>
    public static DateOnly WorstMonday(DateOnly today) => today.AddDays(-((int)today.DayOfWeek + 6) % 7).AddDays(-42);

    public static IReadOnlyList<Incident> Make(IReadOnlyList<StaffedUnit> units, DateOnly today)
    {
        var monday = WorstMonday(today);
        var people = new DemoIncidentPeople(units);
        Incident At(string number, string title, int severity, string unit, DateOnly day, TimeOnly start, TimeSpan length, Cause? cause)
        {
            var startedAt = new DateTimeOffset(day.ToDateTime(start), TimeSpan.Zero);
            var facts = new IncidentFacts(title, severity, people.Unit(unit), startedAt, startedAt.AddMinutes(11), startedAt + length);
            var incident = Done(Incident.Report(number, facts, people.Lead, startedAt + length));
            if (cause is not null) Done(incident.Attribute(cause, "", people.Officer, startedAt + length + TimeSpan.FromHours(2)));
            return incident;
        }

        var network = At("INC-0229", "Store network down", 2, "Stores, north", monday.AddDays(-6), new(11, 0), new(0, 50, 0), NotAi);
        DemoCheckoutOutage.Close(network, people);
        var outage = At("INC-0232", "Checkout outage", 1, DemoPlan.Checkout, monday.AddDays(1), new(10, 2), new(6, 0, 0), cause: null);
        DemoCheckoutOutage.Tell(outage, people);
        return
        [
            network,
            At("INC-0231", "Price feed stopped", 2, "Pricing and promotions", monday, new(9, 10), new(1, 50, 0), Written),
            outage,
            At("INC-0233", "Click-and-collect slots wrong", 2, "Store systems", monday.AddDays(3), new(8, 20), new(2, 35, 0), Written),
            At("INC-0234", "Loyalty environment deleted", 1, "Loyalty engineering", monday.AddDays(5), new(1, 30), new(13, 0, 0), Alone),
            At("INC-0238", "Returns desk refused cards", 2, "Payments platform", monday.AddDays(17), new(14, 5), new(0, 45, 0), Advised),
            At("INC-0241", "Label printers offline", 2, "Logistics", monday.AddDays(37), new(6, 40), new(0, 30, 0), NotAi with { Words = "A print server ran out of space." }),
        ];
    }

    /// <summary>Tells the ledger what the incidents say about their causes.</summary>
    public static void Record(PortalDbContext db, string actor, IEnumerable<Incident> incidents)
    {
        foreach (var version in incidents.SelectMany(i => i.Attributions.Reverse()))
        {
            db.Record(
                actor,
                version.NeedsAgreement ? "incident.attribution.proposed" : "incident.attributed",
                $"incident:{version.IncidentId}",
                new { version = version.Number, by = version.ProposedBy.Value, reason = version.Reason, after = IncidentPayload.Of(version.Cause) });
        }
    }

    /// <summary>The demo keeps the rules; one that it breaks is a mistake in the demo.</summary>
    internal static T Done<T>(Result<T> result) => result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Error!.Message);

    internal static void Done(Result result)
    {
        if (!result.IsSuccess) throw new InvalidOperationException(result.Error!.Message);
    }
}

/// <summary>Who writes about the incidents of the demo.</summary>
internal sealed class DemoIncidentPeople(IReadOnlyList<StaffedUnit> units)
{
    public PersonId Lead => Named(DemoPlan.Checkout).Head.Id;

    public PersonId Engineer => Named(DemoPlan.Checkout).People[1].Id;

    public PersonId Steward => Named("Payments platform").People[1].Id;

    public PersonId Officer => Named(DemoPlan.Organisation).People[3].Id;

    public PersonId Communications => Named(DemoPlan.Organisation).People[2].Id;

    public PersonId Auditor => Named("Internal audit").People[1].Id;

    public UnitId Unit(string name) => Named(name).Unit.Id;

    private StaffedUnit Named(string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal));
}
