using GovernancePortal.Domain.Imports;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Something that a column can hold.</summary>
/// <param name="Key">Stable name, used in remembered mappings and in the API.</param>
/// <param name="Label">Its name on the page.</param>
/// <param name="Synonyms">Column names that suggest it, in the form of <see cref="HeaderForm"/>.</param>
/// <param name="Required">Whether nothing can be imported without it.</param>
/// <param name="Many">Whether several columns may be chosen for it.</param>
/// <param name="Within">Part of a column name that suggests every column which has it.</param>
public sealed record ImportField(string Key, string Label, string[] Synonyms, bool Required = false, bool Many = false, string? Within = null)
{
    /// <summary>Which of the columns the names suggest for it: the first synonym that is there, or all that have the part.</summary>
    public IEnumerable<string> Fitting(IReadOnlyList<string> headers) =>
        Within is { } part
            ? headers.Where(h => HeaderForm.Of(h).Contains(part, StringComparison.Ordinal))
            : Synonyms.SelectMany(s => headers.Where(h => HeaderForm.Of(h).Equals(s, StringComparison.Ordinal))).Take(1);
}

/// <summary>The fields of the kinds that come as tables.</summary>
public static class ImportFields
{
    /// <summary>The field that holds pay.</summary>
    public const string Cost = "cost";

    public static IReadOnlyList<ImportField> Of(ImportKind kind) =>
        kind switch
        {
            ImportKind.Roster => Roster,
            ImportKind.Completions => Completions,
            ImportKind.CopilotTeams => Teams,
            ImportKind.Microsoft365Usage => Microsoft365,
            ImportKind.PlainUsage => Usage,
            ImportKind.Deployments => Deployments,
            ImportKind.DeliveryIncidents => Incidents,
            ImportKind.DeliveryScopes => Scopes,
            ImportKind.DeliveryUnits => ProjectUnits,
            ImportKind.GuardrailFigures => GuardrailFigures,
            ImportKind.OutcomeFigures => OutcomeFigures,
            ImportKind.KnowledgePages => Pages,
            ImportKind.Incidents => IncidentReports,
            _ => [],
        };

    // The plain ones come last: where a file has both, the longer name says more.
    private static string[] EmployeeNumbers =>
        [
            "employeenumber", "employeeid", "employeeno", "employeecode", "empnumber", "empno", "empid", "personnelnumber", "personnelno", "personnelid", "personid",
            "staffnumber", "staffno", "staffid", "workernumber", "workerid", "payrollnumber", "id", "number", "no", "nr",
        ];

    private static IReadOnlyList<ImportField> Roster { get; } =
        [
            new("number", "Employee number", EmployeeNumbers, Required: true),
            new("name", "Name", ["name", "fullname", "displayname", "employeename"]),
            new("email", "E-mail", ["email", "mail", "emailaddress", "workemail", "userprincipalname"]),
            new("unit", "Unit", ["unit", "unitpath", "orgunit", "organisation", "organization", "department", "team", "businessunit", "division"], Many: true),
            new("manager", "Manager's employee number", ["manager", "managerid", "managernumber", "manageremployeenumber", "reportsto", "supervisor", "supervisorid"]),
            new("level", "Level", ["level", "joblevel", "grade", "seniority"]),
            new("role", "Role", ["role", "jobrole", "jobtitle", "position", "workrole"]),
            new("contractor", "Contractor", ["contractor", "iscontractor", "external", "isexternal", "employmenttype"]),
            new("oversees", "Oversees AI output", ["overseesai", "overseesaioutput", "aioversight", "oversightduty", "oversees"]),
            new("location", "Location", ["location", "site", "office", "officelocation", "city", "country"]),
            new("start", "Start date", ["startdate", "hiredate", "joined", "datejoined", "entrydate", "start"]),
            new("leaving", "Leaving date", ["leavingdate", "enddate", "lefton", "terminationdate", "exitdate", "leaving"]),
            new(Cost, "Annual loaded cost", ["annualcost", "annualloadedcost", "loadedcost", "cost", "monthlycost", "monthlyincome", "annualincome", "monthlyloadedcost"]),
            new("skills", "Skills", ["skills", "skill", "competencies"]),
            new("systems", "Systems known", ["systems", "systemsknown", "knownsystems", "applications"]),
            new("login", "GitHub login", ["githublogin", "login", "github", "githubuser", "githubusername"]),
        ];

    private static IReadOnlyList<ImportField> Completions { get; } =
        [
            new("person", "Employee number or e-mail", ["employeenumber", "employeeid", "employeeno", "person", "personid", "email", "mail", "user", "learner"], Required: true),
            new("course", "Course code", ["course", "coursecode", "courseid", "code", "training", "trainingcode"], Required: true),
            new("courseName", "Course name", ["coursename", "coursetitle", "title", "trainingname"]),
            new("version", "Course version", ["version", "courseversion", "edition"]),
            new("completed", "Completed on", ["completedon", "completed", "completiondate", "datecompleted", "date", "finished"], Required: true),
            new("result", "Result", ["result", "status", "outcome"]),
            new("score", "Score", ["score", "grade", "points", "percent"]),
            new("validUntil", "Valid until", ["validuntil", "expires", "expireson", "expirydate", "expiry"]),
            new("externalId", "Id in the training system", ["externalid", "recordid", "completionid", "id", "certificate", "certificateid"]),
        ];

    private static IReadOnlyList<ImportField> Teams { get; } =
        [
            new("login", "Login", ["login", "userlogin", "githublogin", "user", "username"], Required: true),
            new("team", "Team", ["team", "teamslug", "teamname", "slug"], Required: true),
            new("day", "Day", ["day", "date", "reportday"], Required: true),
        ];

    // The admin centre and the API name the columns differently, and the names have changed; "last activity date" is in all of them.
    private static IReadOnlyList<ImportField> Microsoft365 { get; } =
        [
            new("person", "User principal name", ["userprincipalname", "username", "upn", "user"], Required: true),
            new("lastActivity", "Last activity date", [], Required: true, Many: true, Within: "lastactivitydate"),
        ];

    private static IReadOnlyList<ImportField> Usage { get; } =
        [
            new("person", "Employee number, e-mail or login", ["person", "employeenumber", "employeeid", "personid", "email", "mail", "login", "userlogin", "user", "username", "userprincipalname"], Required: true),
            new("tool", "Tool", ["tool", "toolname", "product", "application", "app"], Required: true),
            new("day", "Day", ["day", "date", "usagedate", "activitydate"], Required: true),
            new("active", "Active", ["active", "isactive", "used"]),
        ];

    private static IReadOnlyList<ImportField> Deployments { get; } =
        [
            new("key", "Id of the row", ["id", "rowid"], Required: true),
            new("deployment", "Id of the deployment", ["cicddeploymentid", "deploymentid", "deployment", "pipelineid"], Required: true),
            new("scope", "Scope", ["cicdscopeid", "scopeid", "scope"], Required: true),
            new("result", "Result", ["result", "outcome", "status"], Required: true),
            new("environment", "Environment", ["environment", "env"], Required: true),
            new("finished", "Finished", ["finisheddate", "finishedat", "finished", "enddate"], Required: true),
        ];

    private static IReadOnlyList<ImportField> Incidents { get; } =
        [
            new("key", "Id of the incident", ["id", "incidentid", "key"], Required: true),
            new("began", "Began", ["createddate", "createdat", "created", "startedat", "began"], Required: true),
            new("scopeKind", "Kind of scope", ["table", "scopekind", "scopetype"], Required: true),
            new("scope", "Scope", ["scopeid", "scope"], Required: true),
        ];

    private static IReadOnlyList<ImportField> Scopes { get; } =
        [
            new("project", "Project", ["projectname", "project"], Required: true),
            new("scopeKind", "Kind of scope", ["table", "scopekind", "scopetype"], Required: true),
            new("scope", "Scope", ["rowid", "scopeid", "scope"], Required: true),
        ];

    private static string[] UnitNames => ["unit", "unitpath", "unitname", "orgunit", "organisation", "organization", "department", "team"];

    private static IReadOnlyList<ImportField> ProjectUnits { get; } =
        [new("project", "Project", ["projectname", "project"], Required: true), new("unit", "Unit", UnitNames, Required: true)];

    private static IReadOnlyList<ImportField> GuardrailFigures { get; } =
        [
            new("unit", "Unit", UnitNames, Required: true),
            new("figure", "Guardrail", ["figure", "guardrail", "guardrailtype", "type", "metric", "measure"], Required: true),
            new("day", "Day", ["day", "date", "asof", "measuredon", "week"], Required: true),
            new("value", "Value", ["value", "share", "rate", "result"], Required: true),
            new("sample", "Sample", ["sample", "samplesize", "cases", "n", "count"]),
            new("source", "Source", ["source", "origin", "system", "from"]),
        ];

    // The keys are the names that front matter has, so that both are read alike.
    private static IReadOnlyList<ImportField> Pages { get; } =
        [
            new("url", "Address", ["url", "address", "link", "path", "page"], Required: true),
            new("title", "Title", ["title", "name", "pagetitle"], Required: true),
            new("system", "System", ["system", "wiki", "space", "source"]),
            new("unit", "Unit", UnitNames),
            new("owner", "Owner's employee number or e-mail", ["owner", "ownernumber", "owneremail"]),
            new("deputy", "Deputy's employee number or e-mail", ["deputy", "deputynumber", "deputyemail"]),
            new("owner_slack", "Channel", ["ownerslack", "channel", "contact"]),
            new("last_reviewed_on", "Reviewed on", ["lastreviewedon", "reviewedon", "verifiedon", "lastverified", "lastreviewed"]),
            new("review_in", "Review in", ["reviewin", "reviewinterval", "interval", "reviewevery"]),
            new("content_hash", "SHA-256 of the text", ["contenthash", "sha256", "hash", "versionhash"]),
            new("criticality", "Criticality", ["criticality", "criticalness", "risk"]),
            new("agents", "Agents may read it", ["agents", "agentreadable", "foragents"]),
        ];

    private static IReadOnlyList<ImportField> IncidentReports { get; } =
        [
            new("number", "Number", ["number", "incidentnumber", "incidentid", "key", "id", "reference"], Required: true),
            new("title", "What happened", ["title", "summary", "name", "whathappened"], Required: true),
            new("unit", "Unit", UnitNames, Required: true),
            new("severity", "Severity, 1 to 4", ["severity", "sev", "priority"], Required: true),
            new("startedAt", "Began", ["startedat", "began", "started", "start", "createdat", "date"], Required: true),
            new("detectedAt", "Noticed", ["detectedat", "noticed", "detected"]),
            new("endedAt", "Ended", ["endedat", "ended", "end", "resolvedat", "resolved"]),
            new("systems", "Systems", ["systems", "services", "system", "service"]),
            new("customersAffected", "Customers affected", ["customersaffected", "customers"]),
            new("loss", "Loss", ["loss", "cost", "damage"]),
            new("lossNote", "What the loss is", ["lossnote", "losswords"]),
            new("involvement", "What AI had to do with it", ["involvement", "aiinvolvement", "ai"]),
            new("autonomy", "Level of autonomy (CSETv1)", ["autonomy", "autonomylevel", "csetautonomy", "csetv1autonomylevel"]),
            new("factors", "Contributing factors", ["factors", "contributingfactors"]),
            new("cause", "Cause in words", ["cause", "rootcause", "causewords"]),
        ];

    private static IReadOnlyList<ImportField> OutcomeFigures { get; } =
        [
            new("unit", "Unit", UnitNames, Required: true),
            new("metric", "Metric", ["metric", "outcome", "outcomemetric", "measure", "figure", "name"], Required: true),
            new("day", "Day", ["day", "date", "asof", "measuredon", "week"], Required: true),
            new("value", "Value", ["value", "result"], Required: true),
            new("source", "Source", ["source", "origin", "system", "from"]),
        ];
}
