using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>One person of a plan and what is proposed to them; goes its way by itself once the plan is published.</summary>
public sealed partial class PlannedMove
{
    public const int WordsMaxLength = 2000;
    public const int NameMaxLength = 200;

    private readonly List<MoveReview> _reviews = [];

    private PlannedMove() { }

    internal PlannedMove(PlanId planId, MoveProposal proposal)
    {
        (Id, PlanId, PersonId, OpenPersonId) = (MoveId.New(), planId, proposal.PersonId, proposal.PersonId);
        Take(proposal);
    }

    public MoveId Id { get; private set; }

    public PlanId PlanId { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>The same while the plan is open, else null; unique, so that nobody is in two open plans.</summary>
    public PersonId? OpenPersonId { get; private set; }

    /// <summary>Null for no seat.</summary>
    public RoleProfileId? RoleId { get; private set; }

    /// <summary>In whose seat.</summary>
    public UnitId? SeatUnitId { get; private set; }

    /// <summary>0 to 1; 0 without a seat.</summary>
    public double Score { get; private set; }

    public int Cost { get; private set; }

    public double TrainingMonths { get; private set; }

    public bool IsPinned { get; private set; }

    public string ExplanationJson { get; private set; } = "";

    public MoveStage Stage { get; private set; }

    public DateTimeOffset? OfferedAt { get; private set; }

    /// <summary>The last day on which the offer can be answered.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>Name of the human who decides, and to whom one turns.</summary>
    public string Decider { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string AnswerWords { get; private set; } = "";

    public DateOnly? TrainingFrom { get; private set; }

    public DateOnly? TrainedOn { get; private set; }

    public DateOnly? HandedOverOn { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public string LeftReason { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<MoveReview> Reviews => _reviews;

    public MoveExplanation Explanation => MoveExplanation.Read(ExplanationJson);

    public bool HasSeat => RoleId is not null;

    /// <summary>Whether the person does, or will do, the work of the role as far as they have said.</summary>
    public bool IsUnderWay => Stage is MoveStage.Accepted or (>= MoveStage.Training and < MoveStage.Left);

    internal void Take(MoveProposal proposal)
    {
        var seat = proposal.Seat;
        (RoleId, SeatUnitId, Score, Cost, TrainingMonths, IsPinned) = (seat?.RoleId, seat?.UnitId, seat?.Score ?? 0, seat?.Cost ?? 0, seat?.TrainingMonths ?? 0, seat?.IsPinned ?? false);
        (ExplanationJson, Stage) = (proposal.Explanation.ToJson(), MoveStage.Proposed);
    }

    internal void Release() => OpenPersonId = null;
}
