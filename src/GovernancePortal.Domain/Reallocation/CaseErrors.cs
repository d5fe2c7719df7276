using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>Refusals about displacement cases. Whoever may not see a case is told what is told of one that does not exist.</summary>
public static class CaseErrors
{
    public static Error NotFound { get; } = new("case.notFound", "This case does not exist, or your role does not cover it.", ErrorKind.NotFound);

    public static Error NotDraft { get; } = new("case.notDraft", "This case is no longer a draft. What was published is withdrawn with a reason, not changed.");

    public static Error NotPublished { get; } = new("case.notPublished", "This case is not published.");

    public static Error Over { get; } = new("case.over", "This case is closed or withdrawn.");

    public static Error NotOver { get; } = new("case.notOver", "Personal data is erased from a case that is closed or withdrawn.");

    public static Error Erased { get; } = new("case.erased", "The personal data of this case has been erased.");

    public static Error NotMarked { get; } = new("case.notMarked", "This position is not in the case.", ErrorKind.NotFound);

    public static Error WithdrawnAlready { get; } = new("case.positionWithdrawn", "This position is withdrawn already.");

    public static Error NoNotice { get; } = new("case.noNotice", "Confirm notice and consultation first: nobody is told before that is known.");

    public static Error NoPositions { get; } = new("case.noPositions", "The case has no position. Mark at least one first.");

    internal static Error At(string field, string message) => new("request.invalid", message, ErrorKind.Invalid) { Fields = [new(field, message)] };
}
