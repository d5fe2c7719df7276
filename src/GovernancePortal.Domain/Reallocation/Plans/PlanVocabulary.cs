namespace GovernancePortal.Domain.Reallocation;

public enum PlanState
{
    /// <summary>Being matched; nobody but Human Resources knows of it.</summary>
    Draft = 0,

    /// <summary>Its checks hold; an executive who is not the author decides.</summary>
    Checked = 1,
    Approved = 2,

    /// <summary>Told to those concerned; offers go out.</summary>
    Published = 3,

    /// <summary>Nothing of it is open any more.</summary>
    Closed = 4,
    Rejected = 5,
    Withdrawn = 6,
}

public enum MoveStage
{
    /// <summary>In the plan; the person concerned has not been asked.</summary>
    Proposed = 0,
    Offered = 1,
    Accepted = 2,
    Declined = 3,

    /// <summary>The person would take something else.</summary>
    ChangeAsked = 4,
    Training = 5,
    HandedOver = 6,
    Started = 7,
    Reviewed3 = 8,
    Reviewed6 = 9,
    Reviewed12 = 10,

    /// <summary>No longer in the role: left, moved back or on.</summary>
    Left = 11,
}

/// <summary>What somebody says to an offer.</summary>
public enum OfferAnswer
{
    Accept = 0,
    Decline = 1,
    AskChange = 2,
}

/// <summary>What a review finds.</summary>
public enum ReviewFinding
{
    /// <summary>The move works for both sides.</summary>
    Works = 0,

    /// <summary>Something is needed, and the review says what.</summary>
    NeedsHelp = 1,

    /// <summary>It was wrong: the person goes back or on.</summary>
    Reversed = 2,
}

/// <summary>Why a person of the case has, or has not, the role that the match would give.</summary>
public enum PairKind
{
    /// <summary>Human Resources gives this person this role whatever the match says.</summary>
    Pinned = 0,

    /// <summary>Human Resources keeps this person from this role.</summary>
    Excluded = 1,

    /// <summary>The person said no to it.</summary>
    Declined = 2,
}

public static class PlanWords
{
    public static string Of(PlanState state) => state.ToString();

    public static string Of(MoveStage stage) =>
        stage switch
        {
            MoveStage.ChangeAsked => "Change asked for",
            MoveStage.Training => "In training",
            MoveStage.HandedOver => "Handed over",
            MoveStage.Reviewed3 => "Reviewed after 3 months",
            MoveStage.Reviewed6 => "Reviewed after 6 months",
            MoveStage.Reviewed12 => "Reviewed after 12 months",
            _ => stage.ToString(),
        };

    internal static string Lower(PlanState state) => Of(state).ToLowerInvariant();
}
