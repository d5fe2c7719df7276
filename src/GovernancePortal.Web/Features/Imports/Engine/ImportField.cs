using GovernancePortal.Domain.Imports;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Something that a column can hold.</summary>
/// <param name="Key">Stable name, used in remembered mappings and in the API.</param>
/// <param name="Label">Its name on the page.</param>
/// <param name="Synonyms">Column names that suggest it, in the form of <see cref="HeaderForm"/>.</param>
/// <param name="Required">Whether nothing can be imported without it.</param>
/// <param name="Many">Whether several columns may be chosen for it.</param>
public sealed record ImportField(string Key, string Label, string[] Synonyms, bool Required = false, bool Many = false);

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
}
