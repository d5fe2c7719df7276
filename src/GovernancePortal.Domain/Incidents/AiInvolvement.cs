namespace GovernancePortal.Domain.Incidents;

/// <summary>What AI had to do with an incident.</summary>
public enum AiInvolvement
{
    /// <summary>Not answered yet; shown as such, never as "not AI".</summary>
    Unknown,
    NotAi,

    /// <summary>A change or text that AI wrote.</summary>
    AuthoredByAi,

    /// <summary>A person acted on AI advice. AI-related in every total.</summary>
    ActedOnAdvice,

    /// <summary>AI acted on its own.</summary>
    ActedAlone,

    /// <summary>AI passed on a page that was out of date.</summary>
    StaleSource,
}

/// <summary>Whether an incident would have happened without the AI's contribution.</summary>
public enum ButFor
{
    Unanswered,

    /// <summary>It would have happened all the same.</summary>
    WouldHaveHappened,

    /// <summary>Without the AI's contribution it would not have happened.</summary>
    WouldNotHaveHappened,
}

/// <summary>What helped an incident to happen; several at once are usual.</summary>
[Flags]
public enum ContributingFactors
{
    None = 0,
    MissingReview = 1,
    TrainingGap = 2,
    StalePage = 4,
    ExcessPermission = 8,
    TimePressure = 16,
    StaffingCut = 32,

    /// <summary>Looked for, and none of the others was there.</summary>
    Other = 64,
}

/// <summary>The levels of autonomy of the AI Incident Database's CSETv1 taxonomy.</summary>
public enum CsetAutonomy
{
    /// <summary>No AI system took part, or it is not known.</summary>
    Unclear,

    /// <summary>Autonomy 1: acts without a person taking part at the time.</summary>
    Fully,

    /// <summary>Autonomy 2: acts, and a person watches and may step in.</summary>
    OnTheLoop,

    /// <summary>Autonomy 3: gives input or advice, and a person acts.</summary>
    InTheLoop,
}

public static class AiInvolvements
{
    public static bool IsAiRelated(this AiInvolvement involvement) => involvement is not (AiInvolvement.NotAi or AiInvolvement.Unknown);

    /// <summary>The level of autonomy that fits best; the portal does not ask whether somebody watched an agent, so it never says level 2 of its own.</summary>
    public static CsetAutonomy Autonomy(this AiInvolvement involvement) =>
        involvement switch
        {
            AiInvolvement.ActedAlone => CsetAutonomy.Fully,
            AiInvolvement.AuthoredByAi or AiInvolvement.ActedOnAdvice or AiInvolvement.StaleSource => CsetAutonomy.InTheLoop,
            _ => CsetAutonomy.Unclear,
        };

    /// <summary>For an import that only knows the level of autonomy. Advice is assumed at level 3; whether AI wrote the change itself is for a person to say.</summary>
    public static AiInvolvement Involvement(this CsetAutonomy autonomy) =>
        autonomy switch
        {
            CsetAutonomy.Fully or CsetAutonomy.OnTheLoop => AiInvolvement.ActedAlone,
            CsetAutonomy.InTheLoop => AiInvolvement.ActedOnAdvice,
            _ => AiInvolvement.Unknown,
        };
}
