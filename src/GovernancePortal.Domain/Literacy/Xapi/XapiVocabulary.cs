namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>Verbs that say something about a completion, from ADL and from cmi5.</summary>
public static class XapiVerbs
{
    public const string Passed = "http://adlnet.gov/expapi/verbs/passed";
    public const string Failed = "http://adlnet.gov/expapi/verbs/failed";
    public const string Completed = "http://adlnet.gov/expapi/verbs/completed";
    public const string Attended = "http://adlnet.gov/expapi/verbs/attended";
    public const string Launched = "http://adlnet.gov/expapi/verbs/launched";
    public const string Voided = "http://adlnet.gov/expapi/verbs/voided";
    public const string Abandoned = "https://w3id.org/xapi/adl/verbs/abandoned";
    public const string Satisfied = "https://w3id.org/xapi/adl/verbs/satisfied";
    public const string Waived = "https://w3id.org/xapi/adl/verbs/waived";
}

/// <summary>Names that cmi5 gives to categories, extensions and types.</summary>
public static class Cmi5Names
{
    public const string Category = "https://w3id.org/xapi/cmi5/context/categories/cmi5";

    /// <summary>Marks the statements that count towards moving on.</summary>
    public const string MoveOnCategory = "https://w3id.org/xapi/cmi5/context/categories/moveon";

    public const string CourseType = "https://w3id.org/xapi/cmi5/activitytype/course";
    public const string SessionId = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
    public const string LaunchMode = "https://w3id.org/xapi/cmi5/context/extensions/launchmode";
    public const string MoveOn = "https://w3id.org/xapi/cmi5/context/extensions/moveon";
    public const string MasteryScore = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
    public const string Reason = "https://w3id.org/xapi/cmi5/result/extensions/reason";
}
