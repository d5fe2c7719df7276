using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

public sealed partial class DisplacementCase
{
    /// <summary>Marks a position, or states its share and reason anew.</summary>
    public Result Mark(PersonId person, decimal share, string reason, DateTimeOffset now)
    {
        if (State != CaseState.Draft) return CaseErrors.NotDraft;
        if (share is <= 0 or > 1) return CaseErrors.At(nameof(DisplacedPosition.Share), "A share is above 0 and at most 100%.");
        if (reason.Trim().Length > DisplacedPosition.ReasonMaxLength) return CaseErrors.At(nameof(DisplacedPosition.Reason), $"Use at most {DisplacedPosition.ReasonMaxLength} characters.");

        if (_positions.Find(p => p.PersonId == person) is { } there)
        {
            there.State(share, reason.Trim());
            return Result.Success;
        }

        if (_positions.Count >= MostPositions) return CaseErrors.At(nameof(Positions), $"A case has at most {MostPositions} positions.");
        _positions.Add(new(Id, person, share, reason.Trim(), now));
        PositionCount++;
        return Result.Success;
    }

    /// <summary>Takes a position out of a draft, of which nobody has been told.</summary>
    public Result Unmark(PersonId person)
    {
        if (State != CaseState.Draft) return CaseErrors.NotDraft;
        if (_positions.RemoveAll(p => p.PersonId == person) == 0) return CaseErrors.NotMarked;
        PositionCount--;
        return Result.Success;
    }

    /// <summary>Says of a published case that a position stays after all. The row stays, and the reason with it.</summary>
    public Result WithdrawPosition(PersonId person, string reason, DateTimeOffset now)
    {
        if (State != CaseState.Published) return State == CaseState.Draft ? CaseErrors.NotPublished : CaseErrors.Over;
        if (CheckReason(reason) is { } fault) return fault;
        if (_positions.Find(p => p.PersonId == person) is not { } position) return CaseErrors.NotMarked;
        if (position.WithdrawnAt is not null) return CaseErrors.WithdrawnAlready;
        position.Withdraw(reason.Trim(), now);
        PositionCount--;
        return Result.Success;
    }

    /// <summary>From now on those concerned are told.</summary>
    public Result Publish(DateTimeOffset now)
    {
        if (State != CaseState.Draft) return CaseErrors.NotDraft;
        if (!HasNotice) return CaseErrors.NoNotice;
        if (PositionCount == 0) return CaseErrors.NoPositions;
        (State, PublishedAt) = (CaseState.Published, now);
        return Result.Success;
    }

    public Result Close(DateTimeOffset now)
    {
        if (State != CaseState.Published) return State == CaseState.Draft ? CaseErrors.NotPublished : CaseErrors.Over;
        End(CaseState.Closed, "", now);
        return Result.Success;
    }

    public Result Withdraw(string reason, DateTimeOffset now)
    {
        if (IsOver) return CaseErrors.Over;
        if (CheckReason(reason) is { } fault) return fault;
        End(CaseState.Withdrawn, reason.Trim(), now);
        return Result.Success;
    }

    /// <summary>Erases what is about people. What the ledger holds stays: it names nobody, and with the seal gone nobody can be found from it any more.</summary>
    public Result Erase(string reason, DateTimeOffset now)
    {
        if (!IsOver) return CaseErrors.NotOver;
        if (ErasedAt is not null) return CaseErrors.Erased;
        if (CheckReason(reason) is { } fault) return fault;
        _positions.Clear();
        (Seal, ErasedAt, EraseReason) = ([], now, reason.Trim());
        return Result.Success;
    }

    private void End(CaseState state, string reason, DateTimeOffset now)
    {
        (State, EndedAt, EndReason) = (state, now, reason);
        foreach (var position in _positions) position.Release();
    }

    private static Error? CheckReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return CaseErrors.At("Reason", "State the reason.");
        return reason.Trim().Length > ReasonMaxLength ? CaseErrors.At("Reason", $"Use at most {ReasonMaxLength} characters.") : null;
    }
}
