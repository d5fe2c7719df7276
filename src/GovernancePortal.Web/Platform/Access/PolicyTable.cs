using GovernancePortal.Domain.Access;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>Who meets a policy: which roles, and which scopes of an API key.</summary>
/// <param name="Name">One of <see cref="Policies"/>.</param>
/// <param name="Meaning">What it allows, in words.</param>
/// <param name="Roles">Roles that carry it, each within its own unit scope.</param>
/// <param name="ApiScopes">API key scopes that carry it.</param>
public sealed record Policy(string Name, string Meaning, IReadOnlySet<Role> Roles, IReadOnlySet<string> ApiScopes);

/// <summary>The whole of the access rules, in one place.</summary>
public static class PolicyTable
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    /// <summary>All policies by name.</summary>
    public static IReadOnlyDictionary<string, Policy> All { get; } =
        new[]
        {
            Allow(Policies.SignedIn, "Use the portal at all", Everybody),
            Allow(
                Policies.ViewUnits,
                "See the unit tree with headcounts",
                [Role.Executive, Role.GovernanceOfficer, Role.HumanResources, Role.TeamLead, Role.Reviewer, Role.KnowledgeSteward, Role.Auditor]
            ),
            Allow(
                Policies.ViewPeople,
                "See people by name, without pay",
                [Role.GovernanceOfficer, Role.HumanResources, Role.TeamLead, Role.Auditor]
            ),
            Allow(Policies.ViewOwnRecord, "See one's own record", Everybody),
            Allow(Policies.ViewPay, "See what a person costs, and import it", [Role.HumanResources]),
            Allow(
                Policies.ImportFiles,
                "Bring files to import; each kind of file asks for its own right as well",
                [Role.GovernanceOfficer, Role.HumanResources, Role.KnowledgeSteward],
                ApiScopes.ImportsWrite
            ),
            Allow(Policies.ImportRoster, "Import the roster", [Role.HumanResources], ApiScopes.ImportsWrite),
            Allow(Policies.ImportTraining, "Import training completions", [Role.GovernanceOfficer, Role.HumanResources], ApiScopes.ImportsWrite),
            Allow(Policies.ImportUsage, "Import usage data and team membership", [Role.GovernanceOfficer], ApiScopes.ImportsWrite),
            Allow(Policies.ImportFigures, "Import figures of guardrails and outcomes, and say which unit answers for a project", [Role.GovernanceOfficer], ApiScopes.ImportsWrite),
            Allow(Policies.ViewImports, "See what was imported", [Role.GovernanceOfficer, Role.HumanResources, Role.Auditor]),
            Allow(
                Policies.ViewTargets,
                "See targets and their guardrails",
                [Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.Auditor],
                ApiScopes.TargetsRead
            ),
            Allow(Policies.ProposeTargets, "Propose a target", [Role.Executive, Role.TeamLead]),
            Allow(Policies.ApproveTargets, "Approve a target that somebody else proposed", [Role.Executive]),
            Allow(Policies.SetGuardrails, "Set guardrails", [Role.GovernanceOfficer]),
            Allow(Policies.PauseTargets, "Stop a live target, with a reason", Everybody.Except([Role.Administrator, Role.Auditor])),
            Allow(Policies.LeadTeam, "See what blocks one's own team, and who lacks training by name", [Role.TeamLead]),
            Allow(Policies.AskWaivers, "Ask that a guardrail of a target be waived for a time", [Role.Executive, Role.GovernanceOfficer, Role.TeamLead]),
            Allow(Policies.AgreeToWaivers, "Agree to a waiver that somebody else asked for, or end it; both roles are needed", [Role.GovernanceOfficer, Role.Executive]),
            Allow(Policies.SignRestart, "State the corrective action that lets a paused target restart", [Role.Executive, Role.GovernanceOfficer]),
            Allow(Policies.RetireTargets, "Retire a target", [Role.Executive]),
            Allow(Policies.EvaluateTargets, "Evaluate a target now", [Role.Executive, Role.GovernanceOfficer, Role.TeamLead]),
            Allow(Policies.SeeUseWhilePaused, "See the use figure of a paused target", [Role.Executive]),
            Allow(Policies.AnswerForTargets, "Accept to answer for a target as its owner or deputy", Everybody.Except([Role.Auditor])),
            Allow(
                Policies.SimulateTargets,
                "Test a guardrail policy on past data",
                [Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.Auditor],
                ApiScopes.TargetsRead
            ),
            Allow(Policies.ViewTools, "See the register of AI tools and agents", Everybody),
            Allow(Policies.ManageTools, "Register tools and agents, change and retire them, state that none has access to production", [Role.GovernanceOfficer]),
            Allow(Policies.AnswerForTools, "Accept to answer for a tool or agent as its owner or deputy", Everybody.Except([Role.Auditor])),
            Allow(Policies.ReportFriction, "Report that an AI tool got in the way", Everybody.Except([Role.Administrator, Role.Auditor])),
            Allow(Policies.ViewFriction, "See friction reports in numbers", [Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.KnowledgeSteward, Role.Auditor]),
            Allow(
                Policies.ViewLiteracy,
                "See training coverage in numbers",
                [Role.Executive, Role.GovernanceOfficer, Role.HumanResources, Role.TeamLead, Role.Auditor]
            ),
            Allow(Policies.LogTraining, "Log training for people of one's own units, and confirm what they report", [Role.TeamLead]),
            Allow(Policies.ReportTraining, "Report one's own training", Everybody.Except([Role.Administrator])),
            Allow(Policies.KeepEvidence, "Bring a file that shows training took place", Everybody.Except([Role.Administrator])),
            Allow(Policies.ViewCourses, "See courses and what is required of whom", Everybody),
            Allow(Policies.ManageCourses, "Add courses and versions, set what is required of whom", [Role.GovernanceOfficer]),
            // One policy for both: the lead knows who watches over output, the officer sets who has to be trained for it.
            Allow(Policies.AssignOversight, "Say whose duty it is to oversee AI output", [Role.TeamLead, Role.GovernanceOfficer]),
            Allow(Policies.SendStatements, "Send training records as xAPI statements", [], ApiScopes.StatementsWrite),
            Allow(Policies.ExportEvidence, "Export the evidence of AI literacy", [Role.Executive, Role.GovernanceOfficer, Role.Auditor]),
            Allow(Policies.ViewPages, "See knowledge pages and whether agents may read them", Everybody.Except([Role.HumanResources, Role.Employee, Role.Administrator])),
            Allow(Policies.ManagePages, "Verify, correct and withdraw knowledge pages", [Role.KnowledgeSteward]),
            Allow(Policies.QuarantinePages, "Withhold a knowledge page from agents at once", [Role.GovernanceOfficer, Role.TeamLead, Role.Reviewer, Role.KnowledgeSteward]),
            Allow(Policies.ImportPages, "Import knowledge pages", [Role.GovernanceOfficer, Role.KnowledgeSteward], ApiScopes.ImportsWrite),
            Allow(Policies.ReadFeed, "Read which knowledge pages agents may use", [], ApiScopes.KnowledgeRead),
            Allow(Policies.ReportPages, "Tell what agents read, and which answers were wrong", [], ApiScopes.KnowledgeReport),
            Allow(Policies.ViewIncidents, "See incidents", [Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.Auditor]),
            Allow(Policies.ReportIncidents, "Report an incident of one's own unit or of a unit one's role covers", Everybody),
            Allow(Policies.FollowIncidents, "See incidents that one reported or has a follow-up of, and complete one's own follow-ups", Everybody),
            Allow(Policies.ImportIncidents, "Import incidents", [Role.GovernanceOfficer], ApiScopes.ImportsWrite),
            Allow(Policies.BringIncidents, "Bring an incident that another system recorded", [], ApiScopes.IncidentsWrite),
            Allow(Policies.ClassifyIncidents, "State causes and facts of incidents, place follow-ups, close and open again", [Role.GovernanceOfficer, Role.TeamLead]),
            Allow(Policies.AgreeToAttributions, "Decide, as a second person, whether AI is taken out of a cause", [Role.GovernanceOfficer, Role.Executive, Role.Auditor]),
            Allow(Policies.EvaluateScenarios, "Work out what cutting and moving people would do, with figures one brings along", [Role.Executive, Role.HumanResources], ApiScopes.ScenariosEvaluate),
            Allow(Policies.SeeScenarios, "See stored scenarios of cutting and moving people, and compare their policies, without anybody's pay", [Role.Executive, Role.HumanResources, Role.Auditor]),
            Allow(Policies.EditScenarios, "Build scenarios, set their parameters and run them", [Role.HumanResources]),
            Allow(Policies.ViewDelivery, "See deployments and the incidents put down to them", [Role.Executive, Role.GovernanceOfficer, Role.Auditor]),
            Allow(Policies.SendChanges, "Register changes from a build and ask the gate about them", [], ApiScopes.Changes),
            Allow(Policies.ViewChanges, "See changes, what was decided about them and what was found", [Role.Executive, Role.GovernanceOfficer, Role.TeamLead, Role.Reviewer, Role.Auditor]),
            Allow(Policies.SignOffChanges, "Sign off or reject AI-assisted changes of others", [Role.Reviewer]),
            Allow(Policies.PassChanges, "Let a change through in an emergency, with a reason", [Role.Reviewer, Role.TeamLead]),
            Allow(Policies.ReviewPasses, "Review an emergency pass of somebody else afterwards", [Role.Reviewer, Role.GovernanceOfficer]),
            Allow(Policies.SetSignOffPolicy, "Set what sign-off a change needs, register systems and their risk", [Role.GovernanceOfficer]),
            Allow(Policies.ViewLedger, "Read the ledger", [Role.Executive, Role.GovernanceOfficer, Role.Auditor], ApiScopes.LedgerRead),
            Allow(Policies.VerifyLedger, "Verify the ledger and make checkpoints", [Role.GovernanceOfficer, Role.Auditor]),
            Allow(Policies.ManageUsers, "Invite users, assign and remove roles", [Role.Administrator]),
            Allow(Policies.ManageApiKeys, "Make and withdraw API keys", [Role.Administrator]),
            Allow(Policies.WatchCodeHost, "See whether GitHub and the portal hear each other, and try again what was given up", [Role.GovernanceOfficer, Role.Administrator]),
            Allow(Policies.ManageCases, "Mark displaced positions in a confidential case, confirm notice, publish, withdraw and close it", [Role.HumanResources]),
            Allow(Policies.ReadCases, "Read displacement cases and who has read them; auditors once they are published", [Role.HumanResources, Role.Auditor]),
            Allow(Policies.MatchPeople, "Match displaced people to roles, with figures one brings along", [Role.HumanResources], ApiScopes.ReallocationMatch),
            Allow(Policies.ManageWorkRoles, "State, publish and retire work roles, and ask for seats with the figures that argue for them", [Role.HumanResources]),
            Allow(Policies.ScreenImpact, "Screen a decision for adverse impact, with counts one brings along", [Role.HumanResources], ApiScopes.ReallocationMatch),
            Allow(Policies.SeePlans, "See plans of moving people in numbers: executives those put before them, auditors once they are published", [Role.Executive, Role.HumanResources, Role.Auditor]),
            Allow(Policies.SeePlannedMoves, "See by name who moves where in a plan and why; auditors once it is published", [Role.HumanResources, Role.Auditor]),
            Allow(Policies.EditPlans, "Match people of a case to work roles, check, publish and follow the plan", [Role.HumanResources]),
            Allow(Policies.DecidePlans, "Approve or reject a plan of moving people that somebody else made", [Role.Executive]),
            Allow(Policies.AnswerOffers, "See an offer made to oneself, and answer it", Everybody),
            Allow(Policies.FollowMoves, "See who comes to and goes from one's own units once it is published and accepted, and follow training, start and reviews", [Role.HumanResources, Role.TeamLead]),
            Allow(Policies.ManageMail, "See whether mail goes out, and try again what failed", [Role.GovernanceOfficer, Role.Administrator]),
        }.ToDictionary(p => p.Name, StringComparer.Ordinal);

    private static Policy Allow(string name, string meaning, IEnumerable<Role> roles, params string[] scopes) =>
        new(name, meaning, roles.ToHashSet(), scopes.ToHashSet(StringComparer.Ordinal));
}
