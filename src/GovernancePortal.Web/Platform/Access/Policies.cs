namespace GovernancePortal.Web.Platform.Access;

/// <summary>Names of the policies; <see cref="PolicyTable"/> says who meets them.</summary>
public static class Policies
{
    public const string SignedIn = nameof(SignedIn);
    public const string ViewUnits = nameof(ViewUnits);
    public const string ViewPeople = nameof(ViewPeople);
    public const string ViewOwnRecord = nameof(ViewOwnRecord);
    public const string ViewPay = nameof(ViewPay);
    public const string ImportFiles = nameof(ImportFiles);
    public const string ImportRoster = nameof(ImportRoster);
    public const string ImportTraining = nameof(ImportTraining);
    public const string ImportUsage = nameof(ImportUsage);
    public const string ImportFigures = nameof(ImportFigures);
    public const string ViewImports = nameof(ViewImports);
    public const string ViewTargets = nameof(ViewTargets);
    public const string ProposeTargets = nameof(ProposeTargets);
    public const string ApproveTargets = nameof(ApproveTargets);
    public const string SetGuardrails = nameof(SetGuardrails);
    public const string PauseTargets = nameof(PauseTargets);
    public const string LeadTeam = nameof(LeadTeam);
    public const string AskWaivers = nameof(AskWaivers);
    public const string AgreeToWaivers = nameof(AgreeToWaivers);
    public const string SignRestart = nameof(SignRestart);
    public const string RetireTargets = nameof(RetireTargets);
    public const string EvaluateTargets = nameof(EvaluateTargets);
    public const string SeeUseWhilePaused = nameof(SeeUseWhilePaused);
    public const string AnswerForTargets = nameof(AnswerForTargets);
    public const string SimulateTargets = nameof(SimulateTargets);
    public const string ViewTools = nameof(ViewTools);
    public const string ManageTools = nameof(ManageTools);
    public const string AnswerForTools = nameof(AnswerForTools);
    public const string ReportFriction = nameof(ReportFriction);
    public const string ViewFriction = nameof(ViewFriction);
    public const string ViewLiteracy = nameof(ViewLiteracy);
    public const string LogTraining = nameof(LogTraining);
    public const string ReportTraining = nameof(ReportTraining);
    public const string KeepEvidence = nameof(KeepEvidence);
    public const string ViewCourses = nameof(ViewCourses);
    public const string ManageCourses = nameof(ManageCourses);
    public const string AssignOversight = nameof(AssignOversight);
    public const string SendStatements = nameof(SendStatements);
    public const string ExportEvidence = nameof(ExportEvidence);
    public const string ViewPages = nameof(ViewPages);
    public const string ManagePages = nameof(ManagePages);
    public const string QuarantinePages = nameof(QuarantinePages);
    public const string ImportPages = nameof(ImportPages);
    public const string ReadFeed = nameof(ReadFeed);
    public const string ReportPages = nameof(ReportPages);
    public const string ViewIncidents = nameof(ViewIncidents);
    public const string ViewDelivery = nameof(ViewDelivery);
    public const string ViewLedger = nameof(ViewLedger);
    public const string VerifyLedger = nameof(VerifyLedger);
    public const string ManageUsers = nameof(ManageUsers);
    public const string ManageApiKeys = nameof(ManageApiKeys);
    public const string ManageMail = nameof(ManageMail);
}
