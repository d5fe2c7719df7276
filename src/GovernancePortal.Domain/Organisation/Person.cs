namespace GovernancePortal.Domain.Organisation;

/// <summary>Somebody who works for the organisation, employee or contractor, as the roster tells it.</summary>
public sealed class Person
{
    public const int EmployeeNumberMaxLength = 64;
    public const int NameMaxLength = 200;
    public const int EmailMaxLength = 254;
    public const int WorkRoleMaxLength = 120;
    public const int LocationMaxLength = 120;

    private readonly List<PersonSkill> _skills = [];
    private readonly List<PersonSystem> _systems = [];

    private Person() { }

    public Person(PersonId id, string employeeNumber, string name, UnitId unitId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(employeeNumber);
        (Id, EmployeeNumber, UnitId) = (id, employeeNumber, unitId);
        SetName(name);
    }

    public PersonId Id { get; private set; }

    /// <summary>The organisation's own number or id; unique.</summary>
    public string EmployeeNumber { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary><see cref="Name"/> as lists search and sort it.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary><see cref="SearchName"/> with the last word first, so that a search finds people by either name.</summary>
    public string SearchLastName { get; private set; } = "";

    /// <summary>Lower case; null when the roster has none.</summary>
    public string? Email { get; private set; }

    public UnitId UnitId { get; private set; }

    public PersonId? ManagerId { get; private set; }

    public Level Level { get; private set; }

    /// <summary>The job as the roster words it; empty when unknown.</summary>
    public string WorkRole { get; private set; } = "";

    public bool IsContractor { get; private set; }

    public string Location { get; private set; } = "";

    /// <summary>Whether it is the person's duty to oversee what AI systems put out; such people are trained apart from everybody else.</summary>
    public bool OverseesAi { get; private set; }

    public DateOnly? StartDate { get; private set; }

    /// <summary>First day on which the person no longer works here; null while they do.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Pay and everything that comes on top, per year, in the organisation's currency. Only Human Resources may read it.</summary>
    public decimal? AnnualLoadedCost { get; private set; }

    public IReadOnlyList<PersonSkill> Skills => _skills;

    public IReadOnlyList<PersonSystem> Systems => _systems;

    public int Version { get; private set; }

    /// <summary>Whether the person works here on that day.</summary>
    public bool WorksHereOn(DateOnly day) => LeftOn is null || LeftOn > day;

    /// <summary>The form in which names are searched and sorted: upper case, single spaces.</summary>
    public static string SearchForm(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToUpperInvariant();

    /// <summary>Puts the last word of a search form first: <c>ADA LOVELACE</c> becomes <c>LOVELACE ADA</c>.</summary>
    public static string LastNameFirst(string searchForm)
    {
        var lastSpace = searchForm.LastIndexOf(' ');
        return lastSpace < 0 ? searchForm : $"{searchForm[(lastSpace + 1)..]} {searchForm[..lastSpace]}";
    }

    public void SetName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, SearchName, SearchLastName) = (name.Trim(), SearchForm(name), LastNameFirst(SearchForm(name)));
    }

    /// <summary>Takes over what a roster says about the person's work.</summary>
    public void SetPost(UnitId unitId, PersonId? managerId, Level level, string workRole, bool isContractor, string location) =>
        (UnitId, ManagerId, Level, WorkRole, IsContractor, Location) = (unitId, managerId, level, workRole, isContractor, location);

    public void SetOversight(bool oversees) => OverseesAi = oversees;

    public void SetContact(string? email) => Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();

    public void SetEmployment(DateOnly? startDate, DateOnly? leftOn, decimal? annualLoadedCost) =>
        (StartDate, LeftOn, AnnualLoadedCost) = (startDate, leftOn, annualLoadedCost);

    public void SetSkills(IEnumerable<string> skills)
    {
        _skills.Clear();
        _skills.AddRange(skills.Distinct(StringComparer.OrdinalIgnoreCase).Select(s => new PersonSkill(Id, s)));
    }

    public void SetSystems(IEnumerable<string> systems)
    {
        _systems.Clear();
        _systems.AddRange(systems.Distinct(StringComparer.OrdinalIgnoreCase).Select(s => new PersonSystem(Id, s)));
    }
}
