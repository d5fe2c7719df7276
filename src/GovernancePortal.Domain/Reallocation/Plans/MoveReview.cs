namespace GovernancePortal.Domain.Reallocation;

/// <summary>How a move is after some months, as a lead or Human Resources found together with the person.</summary>
public sealed class MoveReview
{
    public const int WordsMaxLength = 2000;

    private MoveReview() { }

    internal MoveReview(MoveId moveId, int months, ReviewFinding finding, string words, string by, DateOnly on) =>
        (MoveId, Months, Finding, Words, By, On) = (moveId, months, finding, words, by, on);

    public MoveId MoveId { get; private set; }

    /// <summary>3, 6 or 12.</summary>
    public int Months { get; private set; }

    public ReviewFinding Finding { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>As the ledger names whoever wrote it.</summary>
    public string By { get; private set; } = "";

    public DateOnly On { get; private set; }
}
