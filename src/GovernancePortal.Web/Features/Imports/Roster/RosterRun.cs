using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>One roster, staged, compared and written.</summary>
internal sealed class RosterRun : IImportRun
{
    public const string ManagerExpected = "an employee number that is in the file or in the portal";

    private readonly ImportJob _job;
    private readonly BulkTable _people;
    private readonly BulkTable _skills;
    private readonly BulkTable _systems;
    private readonly BulkTable _paths;
    private readonly BulkTable _managers;
    private readonly RosterSql _sql;
    private readonly ColumnMapping _mapping;
    private readonly IReadOnlyList<string> _filled;
    private IReadOnlyList<string> _pathTexts = [];
    private string _unitHeader = "(unit)";
    private string _managerHeader = "(manager)";
    private string _numberHeader = "(number)";
    private RosterUnits _units = null!;
    private int _known;

    public RosterRun(ImportJob job)
    {
        _job = job;
        _mapping = job.Mapping ?? new ColumnMapping();
        _people = job.Bulk.CreateTable("roster_people", RosterColumns.People);
        _skills = job.Bulk.CreateTable("roster_skills", RosterColumns.Words);
        _systems = job.Bulk.CreateTable("roster_systems", RosterColumns.Words);
        _paths = job.Bulk.CreateTable("roster_paths", RosterColumns.Paths);
        _managers = job.Bulk.CreateTable("roster_managers", RosterColumns.Managers);
        _sql = new RosterSql(_people.Name, _paths.Name, _managers.Name, "");
        _filled = [.. RosterColumns.Filled.Where(f => Has(f.Key)).Select(f => f.Value)];
    }

    private ImportReport Report => _job.Report;

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var opened = TableReader.Open(_job.OpenFile(), _job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;

        Report.TellColumns(table.Headers, _mapping);
        var reader = new RosterReader(table, _mapping, Report.Errors);
        reader.ReadAll(_people, _skills, _systems, cancellationToken);
        StageManagers(reader.Managers);
        (Report.Rows, Report.Levels, _pathTexts) = (reader.Rows, reader.Levels, reader.Paths);
        (_unitHeader, _managerHeader, _numberHeader) = (HeaderOf("unit"), HeaderOf("manager"), HeaderOf("number"));
        foreach (var staged in new[] { _people, _skills, _systems, _managers }) await staged.FinishAsync(cancellationToken);
        return Result.Success;
    }

    private void StageManagers(IReadOnlyList<string> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            _managers.BeginRow(i);
            _managers.Set(0, numbers[i]);
            _managers.EndRow();
        }
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        var bulk = _job.Bulk;
        await bulk.ExecuteAsync($"CREATE UNIQUE INDEX {Index("IX_roster_number")} ON {IndexTarget("roster_people")} ([EmployeeNumber])", cancellationToken);
        await bulk.ExecuteAsync($"CREATE INDEX {Index("IX_roster_skills")} ON {IndexTarget("roster_skills")} ([ListNo], [Name])", cancellationToken);
        await bulk.ExecuteAsync($"CREATE INDEX {Index("IX_roster_systems")} ON {IndexTarget("roster_systems")} ([ListNo], [Name])", cancellationToken);
        _known = await bulk.ExecuteAsync(_sql.MatchPeople, cancellationToken);
        await PlaceAsync(cancellationToken);
        if (Has("manager")) await CheckManagersAsync(cancellationToken);
        await CheckScopeAsync(cancellationToken);
        if (_job.Choices.LeaveOutWrong && Has("manager")) await LeaveOutPeopleOfWrongManagersAsync(cancellationToken);
        await MarkChangedAsync(cancellationToken);

        Report.New = await bulk.CountAsync(_sql.CountNew, cancellationToken);
        Report.Changed = await bulk.CountAsync(_sql.CountChanged, cancellationToken);
        Report.Unchanged = await bulk.CountAsync(_sql.CountRight, cancellationToken) - Report.New - Report.Changed;
        Report.NewUnits = [.. _units.New.Select(u => u.Path)];
        if (_job.MarksAbsent) Report.Left = await bulk.CountAsync(_sql.CountAbsent(_job.Scope), cancellationToken);
        if (_job.Choices.AbsentHaveLeft && !_job.MarksAbsent) Report.Notes.Add("Nobody is marked as having left while rows of the file are wrong.");
        if (!Has("name")) Report.Notes.Add("No column holds names, so people are shown by their number, such as “Employee 2068”.");
        return Result.Success;
    }

    public Task ApplyAsync(CancellationToken cancellationToken) => new RosterWriter(_job, _units, _people, _skills, _systems, _sql, _filled).WriteAsync(cancellationToken);

    private bool Has(string field) => _mapping.Columns.Values.Contains(field, StringComparer.Ordinal);

    private string HeaderOf(string field) => _mapping.Columns.FirstOrDefault(c => c.Value.Equals(field, StringComparison.Ordinal)).Key ?? $"({field})";

    private async Task PlaceAsync(CancellationToken cancellationToken)
    {
        _units = await RosterUnits.LoadAsync(_job.Db, _job.Scope, cancellationToken);
        if (!Has("unit"))
        {
            await _job.Bulk.ExecuteAsync(_sql.PlaceWhereTheyAre, cancellationToken, ("@root", _units.Root.Id.Value));
            return;
        }

        var tooLong = new HashSet<int>();
        for (var number = 0; number < _pathTexts.Count; number++)
        {
            var found = _units.Find(_pathTexts[number]);
            if (found is null) tooLong.Add(number);
            _paths.BeginRow(number);
            _paths.Set(0, (found?.Unit ?? _units.Root).Id.Value);
            _paths.Set(1, found?.Covered ?? false);
            _paths.EndRow();
        }

        await _paths.FinishAsync(cancellationToken);
        if (_known > 0) await _job.Bulk.ExecuteAsync(_sql.PlaceKnownByPath, cancellationToken);
        if (_units.CoversAll && tooLong.Count == 0) return;

        await ReportAsync(
            _sql.UnitsNotCovered,
            (row, number) =>
            {
                var path = _pathTexts[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)].Replace(RosterUnits.LevelBreak.ToString(), Unit.PathSeparator, StringComparison.Ordinal);
                if (tooLong.Contains(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)))
                    Report.Errors.Add(row, _unitHeader, "unit.long", path, $"names of at most {Unit.NameMaxLength} characters, {Unit.PathMaxLength} in all");
                else
                    Report.Errors.Add(row, _unitHeader, "unit.scope", path, "a unit that your role covers");
            },
            cancellationToken
        );
        await _job.Bulk.ExecuteAsync(_sql.MarkUnitsNotCovered, cancellationToken);
    }

    private async Task CheckManagersAsync(CancellationToken cancellationToken)
    {
        await _job.Bulk.ExecuteAsync(_sql.MatchManagersInFile, cancellationToken);
        await _job.Bulk.ExecuteAsync(_sql.MatchManagersInDatabase, cancellationToken);
        if (_known > 0) await _job.Bulk.ExecuteAsync(_sql.SetManagersOfKnown, cancellationToken);
        if (await _job.Bulk.CountAsync(_sql.CountUnknownManagers, cancellationToken) == 0) return;

        await ReportAsync(_sql.UnknownManagers, (row, found) => Report.Errors.Add(row, _managerHeader, "manager.unknown", found, ManagerExpected), cancellationToken);
        await _job.Bulk.ExecuteAsync(_sql.MarkUnknownManagers, cancellationToken);
    }

    private async Task CheckScopeAsync(CancellationToken cancellationToken)
    {
        if (_units.CoversAll) return;
        await ReportAsync(
            _sql.PeopleNotCovered(_job.Scope),
            (row, found) => Report.Errors.Add(row, _numberHeader, "person.scope", found, "a person in a unit that your role covers"),
            cancellationToken
        );
        await _job.Bulk.ExecuteAsync(_sql.MarkPeopleNotCovered(_job.Scope), cancellationToken);
        if (Has("unit")) return;

        await ReportAsync(
            _sql.NewAtTheTop,
            (row, _) => Report.Errors.Add(row, "(unit)", "unit.scope", "no column for the unit", "a unit that your role covers"),
            cancellationToken
        );
        await _job.Bulk.ExecuteAsync(_sql.MarkNewAtTheTop, cancellationToken);
    }

    private async Task LeaveOutPeopleOfWrongManagersAsync(CancellationToken cancellationToken)
    {
        int marked;
        do
        {
            await ReportAsync(
                _sql.ManagersLeftOut,
                (row, found) => Report.Errors.Add(row, _managerHeader, "manager.left-out", found, "a manager whose own row is right"),
                cancellationToken
            );
            marked = await _job.Bulk.ExecuteAsync(_sql.MarkManagersLeftOut, cancellationToken);
        } while (marked > 0);
    }

    private async Task MarkChangedAsync(CancellationToken cancellationToken)
    {
        if (_known == 0) return;
        if (_filled.Count > 0) await _job.Bulk.ExecuteAsync(_sql.MarkChanged(_filled), cancellationToken);
        if (Has("skills")) await MarkWordsAsync(RosterWriter.SkillsSql(_people, _skills), cancellationToken);
        if (Has("systems")) await MarkWordsAsync(RosterWriter.SystemsSql(_people, _systems), cancellationToken);
        if (Has("login")) await _job.Bulk.ExecuteAsync(new RosterLoginsSql(_people.Name).MarkChanged, cancellationToken, ("@provider", UsageTools.GitHub));
    }

    private async Task MarkWordsAsync(RosterWordsSql sql, CancellationToken cancellationToken)
    {
        await _job.Bulk.ExecuteAsync(sql.MarkOtherCount, cancellationToken);
        await _job.Bulk.ExecuteAsync(sql.MarkNewWords, cancellationToken);
    }

    // SQLite puts the schema before the name of the index and wants none before the table.
    private string Index(string name) => _job.Bulk.IsSqlite ? $"temp.[{name}]" : $"[{name}]";

    private string IndexTarget(string table) => _job.Bulk.IsSqlite ? $"[{table}]" : $"[#{table}]";

    private async Task ReportAsync(string sql, Action<int, string> report, CancellationToken cancellationToken)
    {
        var found = _job.Bulk.QueryAsync(sql, r => (Row: r.GetInt32(0), Text: r.FieldCount > 1 ? Convert.ToString(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)! : ""), cancellationToken);
        await foreach (var (row, text) in found) report(row, text);
    }
}
