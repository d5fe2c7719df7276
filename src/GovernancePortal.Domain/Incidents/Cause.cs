using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Incidents;

/// <summary>Why an incident happened, as one version of its attribution states it.</summary>
/// <param name="Involvement">What AI had to do with it.</param>
/// <param name="ButFor">Whether it would have happened without the AI's contribution.</param>
/// <param name="ButForWords">Why that is the answer.</param>
/// <param name="Factors">What helped it to happen.</param>
/// <param name="Words">The cause in a few sentences.</param>
public sealed record Cause(AiInvolvement Involvement, ButFor ButFor, string ButForWords, ContributingFactors Factors, string Words)
{
    public const int WordsMaxLength = 2000;
    public const int ButForWordsMaxLength = 1000;

    public bool IsAiRelated => Involvement.IsAiRelated();

    /// <summary>Whether putting <paramref name="next"/> in its place takes AI out of the cause, or out of what made the difference. It then needs a second person.</summary>
    public bool LosesAiIn(Cause next) =>
        (IsAiRelated && !next.IsAiRelated)
        || (IsAiRelated && ButFor == ButFor.WouldNotHaveHappened && next.ButFor != ButFor.WouldNotHaveHappened);

    /// <summary>What is still to be answered before an incident can be closed, by property name.</summary>
    public IReadOnlyList<FieldError> Unanswered()
    {
        var open = new List<FieldError>();
        if (Involvement == AiInvolvement.Unknown) open.Add(new(nameof(Involvement), "What AI had to do with it is not answered."));
        if (IsAiRelated && ButFor == ButFor.Unanswered) open.Add(new(nameof(ButFor), "Whether it would have happened without the AI’s contribution is not answered."));
        if (Factors == ContributingFactors.None) open.Add(new(nameof(Factors), "No contributing factor is named."));
        return open;
    }

    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        if (!Enum.IsDefined(Involvement)) faults.Add(new(nameof(Involvement), "Choose what AI had to do with it."));
        if (!Enum.IsDefined(ButFor)) faults.Add(new(nameof(ButFor), "Choose an answer."));
        if (((int)Factors & ~0x7F) != 0) faults.Add(new(nameof(Factors), "Choose from the list."));
        if (string.IsNullOrWhiteSpace(Words)) faults.Add(new(nameof(Words), "State the cause, as far as it is known."));
        if (Words.Length > WordsMaxLength) faults.Add(new(nameof(Words), $"Use at most {WordsMaxLength} characters."));
        if (ButForWords.Length > ButForWordsMaxLength) faults.Add(new(nameof(ButForWords), $"Use at most {ButForWordsMaxLength} characters."));
        if (ButFor != ButFor.Unanswered && string.IsNullOrWhiteSpace(ButForWords)) faults.Add(new(nameof(ButForWords), "Say why that is the answer."));
        return faults;
    }

    internal Cause Tidied() => this with { Words = Words.Trim(), ButForWords = ButForWords.Trim() };
}
