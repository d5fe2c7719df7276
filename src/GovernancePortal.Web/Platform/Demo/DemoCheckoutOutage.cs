using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>The checkout outage: a stale runbook, a cause that somebody tried to reword, and what is done about it.</summary>
internal static class DemoCheckoutOutage
{
    private const string Because = "The engineer on call had not run a failover before and would have paged the payments team.";

    private static readonly Cause First = new(
        AiInvolvement.ActedOnAdvice,
        ButFor.WouldNotHaveHappened,
        Because,
        ContributingFactors.MissingReview,
        "A person acted on AI advice. GenAI-assisted change, agent advice, missing sign-off.");

    private static readonly Cause Reworded = new(AiInvolvement.NotAi, ButFor.Unanswered, "", ContributingFactors.MissingReview, "Human error, missing sign-off.");

    private static readonly Cause Stale = new(
        AiInvolvement.ActedOnAdvice,
        ButFor.WouldNotHaveHappened,
        Because,
        ContributingFactors.StalePage | ContributingFactors.MissingReview | ContributingFactors.StaffingCut,
        "A person acted on AI advice. The agent quoted a runbook that nobody had verified for 14 months. Missing second review.");

    public static void Tell(Incident incident, DemoIncidentPeople people)
    {
        var (start, lead, officer) = (incident.StartedAt, people.Lead, people.Officer);
        var evening = start.AddHours(8);
        DemoIncidents.Done(incident.Attribute(First, "", lead, evening));
        DemoIncidents.Done(incident.Attribute(Reworded, "Wording for the board note.", people.Communications, start.AddDays(3)));
        DemoIncidents.Done(incident.RefuseAttribution(2, "The session log shows the advice and the page it quoted.", people.Auditor, start.AddDays(3).AddHours(4)));
        DemoIncidents.Done(incident.Attribute(Stale, "The page’s history shows when it was last verified.", officer, start.AddDays(8), askSecond: true));
        DemoIncidents.Done(incident.AgreeToAttribution(3, people.Auditor, start.AddDays(8).AddMinutes(42)));
        DemoIncidents.Done(incident.Correct(
            incident.Facts with { Systems = "checkout-api, payment gateway", Loss = 412_000, LossNote = "Sales not made, estimated by Finance" }, "Finance has counted.", officer, start.AddDays(2)));

        DemoIncidents.Done(incident.Tell(start.AddMinutes(-16), "Queue of the payment gateway fills up: 88% of its limit.", lead, evening));
        DemoIncidents.Done(incident.Tell(start.AddMinutes(-8), "Engineer on call asks the operations agent how to drain it. The agent quotes “Checkout failover runbook”.", lead, evening));
        DemoIncidents.Done(incident.Tell(start, "Failover run as advised; both regions reject payments. The runbook names a region that was retired in March.", lead, evening));
        DemoIncidents.Done(incident.Tell(start.AddMinutes(11), "Severity 1 declared.", lead, evening));
        var wrong = DemoIncidents.Done(incident.Tell(start.AddHours(2), "Cause found: the engineer typed the wrong region.", people.Communications, evening));
        DemoIncidents.Done(incident.Strike(wrong.Id, "The log shows that the command was taken over from the runbook.", officer, start.AddDays(1)));
        DemoIncidents.Done(incident.Tell(start.AddMinutes(205), "Cause found: the runbook’s region list.", lead, evening));
        DemoIncidents.Done(incident.Tell(start.AddHours(6), "Checkout restored.", lead, evening));
        DemoIncidents.Done(incident.Link(IncidentLinkKind.KnowledgePage, "https://wiki.larkfield.example/checkout-failover-runbook", "Quoted by the agent; last verified 14 months before", officer, start.AddDays(1)));
        DemoIncidents.Done(incident.Link(IncidentLinkKind.Tool, "Release agent", "Gave the advice", officer, start.AddDays(1)));
        FollowUp(incident, people);
    }

    public static void Close(Incident incident, DemoIncidentPeople people)
    {
        var placed = incident.StartedAt.AddDays(1);
        var action = DemoIncidents.Done(incident.Place("Second line to the northern stores", people.Lead, placed.UtcDay().AddDays(14), placed));
        DemoIncidents.Done(incident.Complete(action.Id, people.Lead, placed.AddDays(10)));
        DemoIncidents.Done(incident.Close(people.Officer, placed.AddDays(11)));
    }

    private static void FollowUp(Incident incident, DemoIncidentPeople people)
    {
        var placed = incident.StartedAt.AddDays(8);
        var day = placed.UtcDay();
        DemoIncidents.Done(incident.Place("Second owner and 90-day review for all checkout runbooks", people.Lead, day.AddDays(51), placed));
        DemoIncidents.Done(incident.Place("Version 3 of “Reading AI advice critically” required", people.Officer, day.AddDays(40), placed));
        var approvals = DemoIncidents.Done(incident.Place("Two approvals for failover commands", people.Engineer, day.AddDays(9), placed));
        var age = DemoIncidents.Done(incident.Place("Agent shows the age of the page it quotes", people.Steward, day.AddDays(6), placed));
        DemoIncidents.Done(incident.Complete(approvals.Id, people.Engineer, placed.AddDays(9)));
        DemoIncidents.Done(incident.Complete(age.Id, people.Steward, placed.AddDays(5)));
    }
}
