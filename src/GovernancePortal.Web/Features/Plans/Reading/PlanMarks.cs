using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Web.Features.Plans.Reading;

/// <summary>How states, stages and barriers of plans look and read.</summary>
public static class PlanMarks
{
    public static string Of(PlanState state) =>
        state switch
        {
            PlanState.Checked => "wait",
            PlanState.Approved or PlanState.Closed => "done",
            PlanState.Published => "active",
            PlanState.Rejected => "fails",
            PlanState.Withdrawn => "struck",
            _ => "open",
        };

    public static string Of(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Holds => "holds",
            CheckOutcome.Watch => "watch",
            CheckOutcome.Fails => "fails",
            _ => "nodata",
        };

    public static string Of(MoveStage stage) =>
        stage switch
        {
            MoveStage.Proposed => "open",
            MoveStage.Offered or MoveStage.ChangeAsked => "wait",
            MoveStage.Declined or MoveStage.Left => "struck",
            MoveStage.Accepted or MoveStage.Training or MoveStage.HandedOver => "half",
            _ => "done",
        };

    public static string Word(CheckOutcome outcome) => outcome == CheckOutcome.NoData ? "No data" : outcome.ToString();

    public static string Word(CheckSubject subject) =>
        subject switch
        {
            CheckSubject.Exposure => "Knowledge that would leave",
            CheckSubject.Capacity => "Reviewers for AI-assisted changes",
            CheckSubject.Impact => "Adverse impact",
            CheckSubject.Budget => "Training against the scenario",
            _ => "Seats",
        };

    /// <summary>What rules a role out, from its code.</summary>
    public static string Barrier(string code)
    {
        var parts = code.Split(':', 2);
        return parts[0] switch
        {
            "mandatorySkillGap" => $"more than two levels short of {parts.ElementAtOrDefault(1)}",
            "trainingTooLong" => "training would take too long",
            "knowledgeBelowFloor" => "too little knowledge of its systems",
            "declined" => "not wanted, or kept from it",
            "levelMismatch" => "more than one level up or down",
            "location" => "in another place",
            "scoreBelowFloor" => "a fit below 35 of 100",
            _ => "no seat is free",
        };
    }

    /// <summary>A fit as points of 100.</summary>
    public static string Points(double score) => Math.Round(score * 100, MidpointRounding.AwayFromZero).ToString("0", System.Globalization.CultureInfo.InvariantCulture);

    public static string Months(double months) => months <= 0 ? "none" : months.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + (months is > 0.95 and < 1.05 ? " month" : " months");
}
