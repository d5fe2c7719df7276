using System.Text.Json;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Reallocation;

public sealed partial class ReallocationPlan
{
    public IReadOnlyList<StampDifference> Difference => JsonSerializer.Deserialize<List<StampDifference>>(DifferenceJson) ?? [];

    /// <summary>Keeps the checks with everything they were made from. It is checked, and waits for an executive, unless one of them stops it.</summary>
    public Result Check(IReadOnlyList<PlanCheck> checks, PlanStamp stamp, string byName, DateTimeOffset now)
    {
        if (RefusalUnlessOpenToChange() is { } refusal) return refusal;
        if (SolvedAt is null || !_moves.Exists(m => m.HasSeat)) return PlanErrors.NobodyMoves;

        (ChecksJson, StampJson, StampHash, CheckedAt, CheckedByName, DifferenceJson) = (PlanCheck.Write(checks), stamp.Json, stamp.Hash, now, byName, "[]");
        State = checks.Any(c => c.Stops) ? PlanState.Draft : PlanState.Checked;
        return Result.Success;
    }

    /// <summary>
    /// An executive says yes. When what it rests on changed since the check, it is not approved but a draft again, with the difference: the caller saves in either case.
    /// </summary>
    /// <param name="by">As the ledger names the executive.</param>
    /// <param name="byName">Name of the account.</param>
    /// <param name="current">What the plan rests on now.</param>
    /// <param name="forecast">What is expected; kept as it is now.</param>
    /// <param name="now">The time.</param>
    public Result Approve(string by, string byName, PlanStamp current, PlanForecast forecast, DateTimeOffset now)
    {
        if (RefusalUnless(PlanState.Checked) is { } refusal) return refusal;
        if (string.Equals(by, Author, StringComparison.Ordinal)) return PlanErrors.AuthorApproves;
        if (!string.Equals(current.Hash, StampHash, StringComparison.Ordinal))
        {
            var difference = current.Since(PlanStamp.Read(StampJson!));
            BackToDraft();
            DifferenceJson = JsonSerializer.Serialize(difference);
            return PlanErrors.ChangedSinceCheck;
        }

        (State, DecidedBy, DecidedByName, DecidedAt, ForecastJson) = (PlanState.Approved, by, byName, now, forecast.ToJson());
        return Result.Success;
    }

    public Result Reject(string by, string byName, string reason, DateTimeOffset now)
    {
        if (RefusalUnless(PlanState.Checked) is { } refusal) return refusal;
        if (string.Equals(by, Author, StringComparison.Ordinal)) return PlanErrors.AuthorApproves;
        if (Unreasoned(reason) is { } unreasoned) return unreasoned;
        (State, DecidedBy, DecidedByName, DecidedAt, Reason) = (PlanState.Rejected, by, byName, now, reason.Trim());
        Release();
        return Result.Success;
    }

    /// <summary>From here on those concerned know of it.</summary>
    public Result Publish(DateTimeOffset now)
    {
        if (RefusalUnless(PlanState.Approved) is { } refusal) return refusal;
        (State, PublishedAt) = (PlanState.Published, now);
        return Result.Success;
    }

    /// <summary>Gives it up before anybody concerned knows of it.</summary>
    public Result Withdraw(string reason)
    {
        if (State is not (PlanState.Draft or PlanState.Checked or PlanState.Approved)) return PlanErrors.Not(PlanState.Draft, State);
        if (Unreasoned(reason) is { } unreasoned) return unreasoned;
        (State, Reason) = (PlanState.Withdrawn, reason.Trim());
        Release();
        return Result.Success;
    }

    public Result Close(string reason, DateTimeOffset now)
    {
        if (RefusalUnless(PlanState.Published) is { } refusal) return refusal;
        if (Unreasoned(reason) is { } unreasoned) return unreasoned;
        (State, Reason, ClosedAt) = (PlanState.Closed, reason.Trim(), now);
        Release();
        return Result.Success;
    }

    /// <summary>
    /// Gives somebody of a published plan another role after they declined one or asked for a change. It is proposed, and offered like the first one.
    /// </summary>
    /// <param name="move">Of this plan.</param>
    /// <param name="proposal">For the same person.</param>
    /// <param name="freeSeats">Seats of that role that nobody of the plan has.</param>
    public Result Rematch(PlannedMove move, MoveProposal proposal, int freeSeats)
    {
        if (RefusalUnless(PlanState.Published) is { } refusal) return refusal;
        if (move.PlanId != Id || proposal.PersonId != move.PersonId || proposal.Seat is null) throw new ArgumentException("This is not a seat for the person of the move.", nameof(proposal));
        if (move.Stage is not (MoveStage.Proposed or MoveStage.Declined or MoveStage.ChangeAsked)) return PlanErrors.NotNow(move.Stage);
        if (RefusedPairs().Contains((move.PersonId, proposal.Seat.RoleId))) return PlanErrors.Declined;
        if (freeSeats < 1) return PlanErrors.NoSeat;
        move.Take(proposal);
        return Result.Success;
    }

    private void Release()
    {
        foreach (var move in _moves) move.Release();
    }

    private static Error? Unreasoned(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? PlanErrors.At("Reason", "Say why; the reason is kept.")
        : reason.Trim().Length > ReasonMaxLength ? PlanErrors.At("Reason", $"Use at most {ReasonMaxLength} characters.")
        : null;
}
