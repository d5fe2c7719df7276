using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

/// <summary>Plans at each point of their life.</summary>
internal static class Plans
{
    public const string Author = "user:hr";
    public const string Executive = "user:executive";

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    public static readonly RoleProfileId Vetter = RoleProfileId.New();
    public static readonly RoleProfileId Steward = RoleProfileId.New();
    public static readonly Dictionary<RoleProfileId, int> Seats = new() { [Vetter] = 2, [Steward] = 1 };
    public static readonly PlanCheck Holding = new(CheckSubject.Exposure, CheckOutcome.Holds, Stops: false, "Every critical system keeps two holders.", []);
    public static readonly PlanForecast Forecast = new(10, 5, 2, 3, 4, "");

    public static DateOnly Today => Now.UtcDay();

    public static ReallocationPlan Draft() => ReallocationPlan.Create(CaseId.New(), UnitId.New(), null, "Checkout, after assistants", Author, "Head of Human Resources", Now).Value;

    public static MoveProposal Given(PersonId person, RoleProfileId? role, double months = 0) =>
        new(person, role is { } r ? new ProposedSeat(r, null, 0.8, 2000, months, IsPinned: false) : null, new MoveExplanation(["Because."], PlacementReason.Best, null, [], []));

    public static PlanStamp Stamp(string seats = "2") => new([new("seats/vetter", seats), new("person/1", "C# 3")]);

    public static ReallocationPlan Checked(params MoveProposal[] proposals)
    {
        var plan = Draft();
        Done(plan.Propose(proposals.Length > 0 ? proposals : [Given(PersonId.New(), Vetter)], Seats, Now));
        Done(plan.Check([Holding], Stamp(), "Head of Human Resources", Now));
        return plan;
    }

    public static ReallocationPlan Published(params MoveProposal[] proposals)
    {
        var plan = Checked(proposals);
        Done(plan.Approve(Executive, "Chief Operating Officer", Stamp(), Forecast, Now));
        Done(plan.Publish(Now));
        return plan;
    }

    public static (ReallocationPlan Plan, PlannedMove Move) Offered(double months = 0)
    {
        var plan = Published(Given(PersonId.New(), Vetter, months));
        var move = plan.Moves[0];
        Done(move.Offer(plan, Today.AddDays(14), "Asha Patel", Now));
        return (plan, move);
    }

    public static (ReallocationPlan Plan, PlannedMove Move) Accepted(double months = 0)
    {
        var (plan, move) = Offered(months);
        Done(move.Answer(plan, OfferAnswer.Accept, "", Now));
        return (plan, move);
    }

    public static (ReallocationPlan Plan, PlannedMove Move) Started()
    {
        var (plan, move) = Accepted();
        Done(move.HandOver(plan, 0, Today));
        Done(move.Start(plan, Today));
        return (plan, move);
    }

    public static void Done(Result result) => result.Error.ShouldBeNull();
}
