using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>Checks each row of a roster on its own and stages it. What needs the database or other rows comes later.</summary>
internal sealed class RosterReader(TableReader table, ColumnMapping mapping, RowErrors errors)
{
    private readonly Dictionary<string, int> _firstRows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _logins = new(StringComparer.Ordinal);
    private readonly TextPool _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly TextPool _managers = new(StringComparer.Ordinal);
    private readonly WordLists _skillLists = new(PersonSkill.NameMaxLength);
    private readonly WordLists _systemLists = new(PersonSystem.NameMaxLength);
    private readonly TextPool _levelWords = new(StringComparer.Ordinal);
    private readonly List<int> _levelCounts = [];
    private readonly List<string> _pathParts = [];
    private readonly int _number = Column("number", table, mapping);
    private readonly int _name = Column("name", table, mapping);
    private readonly int _email = Column("email", table, mapping);
    private readonly int _manager = Column("manager", table, mapping);
    private readonly int _level = Column("level", table, mapping);
    private readonly int _role = Column("role", table, mapping);
    private readonly int _contractor = Column("contractor", table, mapping);
    private readonly int _oversees = Column("oversees", table, mapping);
    private readonly int _location = Column("location", table, mapping);
    private readonly int _start = Column("start", table, mapping);
    private readonly int _leaving = Column("leaving", table, mapping);
    private readonly int _cost = Column("cost", table, mapping);
    private readonly int _skills = Column("skills", table, mapping);
    private readonly int _systems = Column("systems", table, mapping);
    private readonly int _login = Column("login", table, mapping);
    private readonly int[] _units = [.. table.Headers.Index().Where(h => mapping.Columns.GetValueOrDefault(h.Item) is "unit").Select(h => h.Index)];

    /// <summary>The different unit paths of the file; staged rows hold their number.</summary>
    public IReadOnlyList<string> Paths => _paths.Texts;

    /// <summary>The different managers of the file, by their numbers; staged rows hold their place in this list.</summary>
    public IReadOnlyList<string> Managers => _managers.Texts;

    public IReadOnlyList<LevelWord> Levels => [.. _levelWords.Texts.Select((w, i) => new LevelWord(w, mapping.LevelOf(w), _levelCounts[i])).OrderBy(w => w.Word, StringComparer.Ordinal)];

    public int Rows { get; private set; }

    public void ReadAll(BulkTable people, BulkTable skills, BulkTable systems, CancellationToken cancellationToken)
    {
        while (table.Read())
        {
            if (++Rows % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (!table.HasAllCells)
            {
                errors.Add(table.Row, "(row)", "row.cells", $"{table.CellCount} cells", $"{table.Headers.Count} cells, as many as there are column names");
                continue;
            }

            StageRow(people, StageWords(skills, _skillLists, _skills), StageWords(systems, _systemLists, _systems));
        }
    }

    private static int Column(string field, TableReader table, ColumnMapping mapping)
    {
        for (var i = 0; i < table.Headers.Count; i++)
        {
            if (mapping.Columns.TryGetValue(table.Headers[i], out var key) && key.Equals(field, StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    private void StageRow(BulkTable people, WordList skills, WordList systems)
    {
        var number = table.Cell(_number);
        if (!HasNumber(number)) return;

        people.BeginRow(table.Row);
        people.Set(RosterColumns.Number, number);
        people.Set(RosterColumns.PersonId, PersonId.New().Value);
        StageName(people, number);
        StageText(people, RosterColumns.WorkRole, _role, Person.WorkRoleMaxLength);
        StageText(people, RosterColumns.Location, _location, Person.LocationMaxLength);
        StageEmail(people);
        StageUnit(people);
        StageManager(people, number);
        StageLevel(people);
        StageContractor(people);
        StageOversees(people);
        StageDates(people);
        StageCost(people);
        StageLogin(people);
        people.Set(RosterColumns.SkillCount, skills.Count);
        people.Set(RosterColumns.SkillList, skills.Number);
        people.Set(RosterColumns.SystemCount, systems.Count);
        people.Set(RosterColumns.SystemList, systems.Number);
        people.Set(RosterColumns.Existing, false);
        people.Set(RosterColumns.Changed, false);
        people.Set(RosterColumns.Wrong, errors.IsWrong(table.Row));
        people.EndRow();
    }

    private bool HasNumber(ReadOnlySpan<char> number)
    {
        if (number.IsEmpty) return Wrong(_number, "number.missing", number, "an employee number");
        if (number.Length > Person.EmployeeNumberMaxLength) return Wrong(_number, "number.long", number, $"at most {Person.EmployeeNumberMaxLength} characters");

        var seen = _firstRows.GetAlternateLookup<ReadOnlySpan<char>>();
        if (seen.TryGetValue(number, out var first)) return Wrong(_number, "number.twice", number, "each employee number once") && first > 0;
        seen[number] = table.Row;
        return true;
    }

    private void StageName(BulkTable people, ReadOnlySpan<char> number)
    {
        var name = table.Cell(_name);
        if (_name >= 0 && name.IsEmpty) Wrong(_name, "name.missing", name, "a name");
        else if (name.Length > Person.NameMaxLength) Wrong(_name, "name.long", name, $"at most {Person.NameMaxLength} characters");
        else
        {
            // Without a column of names nothing is invented: the number stands in.
            var shown = _name >= 0 ? name.ToString() : $"Employee {number}";
            people.Set(RosterColumns.Name, shown);
            var searched = Person.SearchForm(shown);
            people.Set(RosterColumns.SearchName, searched);
            people.Set(RosterColumns.SearchLastName, Person.LastNameFirst(searched));
        }
    }

    private void StageText(BulkTable people, int column, int from, int longest)
    {
        var text = table.Cell(from);
        if (text.Length > longest) Wrong(from, "text.long", text, $"at most {longest} characters");
        else people.Set(column, text);
    }

    private void StageEmail(BulkTable people)
    {
        var email = table.Cell(_email);
        if (email.IsEmpty) return;
        if (email.Length > Person.EmailMaxLength || !CellReader.IsEmail(email)) Wrong(_email, "email.shape", email, "an address, such as name@example.org");
        else people.Set(RosterColumns.Email, email.ToString().ToLowerInvariant());
    }

    private void StageUnit(BulkTable people)
    {
        if (_units.Length == 0) return;
        var path = UnitPath();
        if (path.IsEmpty) Wrong(_units[0], "unit.missing", path, "a unit");
        else people.Set(RosterColumns.Path, _paths.NumberOf(path));
    }

    // One column is taken as it stands and split once per different path; several are levels from top to bottom, and empty ones end the path.
    private ReadOnlySpan<char> UnitPath()
    {
        if (_units.Length == 1) return table.Cell(_units[0]);
        _pathParts.Clear();
        foreach (var column in _units)
        {
            var part = table.Cell(column);
            if (part.IsEmpty) break;
            _pathParts.Add(part.ToString());
        }

        return string.Join(RosterUnits.LevelBreak, _pathParts);
    }

    private void StageManager(BulkTable people, ReadOnlySpan<char> number)
    {
        var manager = table.Cell(_manager);
        if (manager.IsEmpty) return;
        if (manager.Equals(number, StringComparison.OrdinalIgnoreCase)) Wrong(_manager, "manager.self", manager, "somebody else, or empty at the top");
        else if (manager.Length > Person.EmployeeNumberMaxLength) Wrong(_manager, "manager.unknown", manager, RosterRun.ManagerExpected);
        else people.Set(RosterColumns.ManagerNo, _managers.NumberOf(manager));
    }

    private void StageLevel(BulkTable people)
    {
        var word = table.Cell(_level);
        var level = Level.Unknown;
        if (!word.IsEmpty)
        {
            var number = _levelWords.NumberOf(word);
            if (number == _levelCounts.Count) _levelCounts.Add(0);
            _levelCounts[number]++;
            if (mapping.LevelOf(_levelWords.Texts[number]) is { } known) level = known;
            else Wrong(_level, "level.unknown", word, "junior, mid, senior or principal, or a word that you map to one");
        }

        people.Set(RosterColumns.Level, (int)level);
    }

    private void StageContractor(BulkTable people)
    {
        var text = table.Cell(_contractor);
        if (CellReader.TryFlag(text, out var contractor)) people.Set(RosterColumns.Contractor, contractor);
        else Wrong(_contractor, "flag.shape", text, "yes or no");
    }

    private void StageOversees(BulkTable people)
    {
        var text = table.Cell(_oversees);
        if (CellReader.TryYesNo(text, out var oversees)) people.Set(RosterColumns.Oversees, oversees);
        else Wrong(_oversees, "flag.shape", text, "yes or no");
    }

    private void StageDates(BulkTable people)
    {
        var start = StageDate(people, RosterColumns.Start, _start);
        var leaving = StageDate(people, RosterColumns.Leaving, _leaving);
        if (start > leaving) Wrong(_leaving, "date.order", table.Cell(_leaving), "a day after the start date");
    }

    private DateOnly? StageDate(BulkTable people, int column, int from)
    {
        var text = table.Cell(from);
        if (text.IsEmpty) return null;
        if (!CellReader.TryDate(text, mapping.DateOrder, out var date))
        {
            Wrong(from, "date.unreal", text, DateWords.Expected(mapping.DateOrder));
            return null;
        }

        people.Set(column, date);
        return date;
    }

    private void StageCost(BulkTable people)
    {
        var text = table.Cell(_cost);
        if (text.IsEmpty) return;
        if (!CellReader.TryMoney(text, out var cost)) Wrong(_cost, "cost.shape", text, "a number, such as 95000");
        else if (cost is < 0 or > 1_000_000_000) Wrong(_cost, "cost.range", text, "an amount from 0 to 1000000000");
        else people.Set(RosterColumns.Cost, mapping.CostIsMonthly ? cost * 12 : cost);
    }

    private void StageLogin(BulkTable people)
    {
        if (table.Cell(_login) is not { IsEmpty: false } cell) return;
        var login = UsageTools.LoginForm(cell.ToString());
        if (login.Length > UsageTools.LoginMaxLength) Wrong(_login, "login.long", cell, $"at most {UsageTools.LoginMaxLength} characters");
        else if (!_logins.TryAdd(login, table.Row)) Wrong(_login, "login.twice", cell, "each login for one person");
        else people.Set(RosterColumns.Login, login);
    }

    private WordList StageWords(BulkTable words, WordLists lists, int column)
    {
        var cell = table.Cell(column);
        var list = lists.Stage(words, cell);
        if (list.TooLong is { } word) Wrong(column, "text.long", word, $"at most {PersonSkill.NameMaxLength} characters each");
        return list;
    }

    private bool Wrong(int column, string code, ReadOnlySpan<char> found, string expected)
    {
        errors.Add(table.Row, column < 0 ? "(row)" : table.Headers[column], code, found, expected);
        return false;
    }
}
