using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>The staging tables of a roster.</summary>
internal static class RosterColumns
{
    public const int Number = 0;
    public const int Name = 1;
    public const int SearchName = 2;
    public const int Email = 3;
    public const int Path = 4;
    public const int ManagerNo = 5;
    public const int Level = 6;
    public const int WorkRole = 7;
    public const int Contractor = 8;
    public const int Location = 9;
    public const int Start = 10;
    public const int Leaving = 11;
    public const int Cost = 12;
    public const int Login = 13;
    public const int PersonId = 14;
    public const int Existing = 16;
    public const int Wrong = 17;
    public const int Changed = 18;
    public const int SearchLastName = 20;
    public const int SkillCount = 21;
    public const int SystemCount = 22;
    public const int SkillList = 23;
    public const int SystemList = 24;
    public const int Oversees = 25;

    /// <summary>One row per row of the file. The last ones are worked out by statements.</summary>
    public static IReadOnlyList<BulkColumn> People { get; } =
        [
            new("EmployeeNumber", BulkType.Text, Person.EmployeeNumberMaxLength),
            new("Name", BulkType.Text, Person.NameMaxLength),
            new("SearchName", BulkType.Text, Person.NameMaxLength),
            new("Email", BulkType.Text, Person.EmailMaxLength),
            new("PathNo", BulkType.Number),
            new("ManagerNo", BulkType.Number),
            new("Level", BulkType.Number),
            new("WorkRole", BulkType.Text, Person.WorkRoleMaxLength),
            new("IsContractor", BulkType.Flag),
            new("Location", BulkType.Text, Person.LocationMaxLength),
            new("StartDate", BulkType.Date),
            new("LeftOn", BulkType.Date),
            new("AnnualLoadedCost", BulkType.Money),
            new("Login", BulkType.Text, UsageTools.LoginMaxLength),
            new("PersonId", BulkType.Id),
            new("ManagerId", BulkType.Id),
            new("Existing", BulkType.Flag),
            new("Wrong", BulkType.Flag),
            new("Changed", BulkType.Flag),
            new("UnitId", BulkType.Id),
            new("SearchLastName", BulkType.Text, Person.NameMaxLength),
            new("SkillCount", BulkType.Number),
            new("SystemCount", BulkType.Number),
            new("SkillList", BulkType.Number),
            new("SystemList", BulkType.Number),
            new("OverseesAi", BulkType.Flag),
        ];

    /// <summary>One row per word of each different list of skills or systems; people name the list, because few lists differ.</summary>
    public static IReadOnlyList<BulkColumn> Words { get; } = [new("ListNo", BulkType.Number), new("Name", BulkType.Text, PersonSkill.NameMaxLength)];

    /// <summary>One row per path of the file.</summary>
    public static IReadOnlyList<BulkColumn> Paths { get; } = [new("UnitId", BulkType.Id), new("Covered", BulkType.Flag)];

    /// <summary>One row per manager whom the file names.</summary>
    public static IReadOnlyList<BulkColumn> Managers { get; } = [new("Number", BulkType.Text, Person.EmployeeNumberMaxLength), new("PersonId", BulkType.Id)];

    /// <summary>One row per unit whose place or headcount changes.</summary>
    public static IReadOnlyList<BulkColumn> Units { get; } =
        [
            new("Id", BulkType.Id),
            new("ParentId", BulkType.Id),
            new("Name", BulkType.Text, Unit.NameMaxLength),
            new("Path", BulkType.Text, Unit.PathMaxLength),
            new("Left", BulkType.Number),
            new("Right", BulkType.Number),
            new("Depth", BulkType.Number),
            new("DirectHeadcount", BulkType.Number),
            new("TotalHeadcount", BulkType.Number),
        ];

    /// <summary>Field of the mapping → column of the portal's table that it fills.</summary>
    public static IReadOnlyDictionary<string, string> Filled { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "Name",
            ["email"] = "Email",
            ["unit"] = "UnitId",
            ["manager"] = "ManagerId",
            ["level"] = "Level",
            ["role"] = "WorkRole",
            ["contractor"] = "IsContractor",
            ["location"] = "Location",
            ["start"] = "StartDate",
            ["leaving"] = "LeftOn",
            ["cost"] = "AnnualLoadedCost",
            ["oversees"] = "OverseesAi",
        };
}
