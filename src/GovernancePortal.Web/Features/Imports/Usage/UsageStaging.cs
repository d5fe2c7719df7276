using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>Takes days of use from whatever file, each login, tool and day once, and says whether a day contradicts an earlier one.</summary>
internal sealed class UsageStaging(BulkWriter bulk)
{
    private readonly BulkTable _staged = bulk.CreateTable("usage", Table.Staged);
    private readonly Dictionary<string, int> _logins = new(StringComparer.Ordinal);
    private readonly HashSet<long> _days = [];

    // Numbers of logins and days beside each other make a small key: a file may hold millions of days.
    private const int DayBits = 24;

    public static UpsertTable Table { get; } =
        new(
            "UsageDays",
            [new("Tool", BulkType.Text, UsageDay.ToolMaxLength), new("Login", BulkType.Text, UsageDay.LoginMaxLength), new("Day", BulkType.Date)],
            [new("Active", BulkType.Flag)],
            WithPerson: true,
            [
                new("Provider", BulkType.Text, PersonLogin.ProviderMaxLength),
                new("Number", BulkType.Text, Person.EmployeeNumberMaxLength),
                new("Email", BulkType.Text, Person.EmailMaxLength),
            ]
        );

    public BulkTable Rows => _staged;

    /// <summary>Different logins, a person with two counting twice.</summary>
    public int Logins => _logins.Count;

    public DateOnly? First { get; private set; }

    public DateOnly? Last { get; private set; }

    public int Repeated { get; private set; }

    /// <summary>False when the file said the opposite of the same day before.</summary>
    public bool Add(int row, string tool, string person, DateOnly day, bool active)
    {
        var login = UsageTools.LoginForm(person);
        var name = $"{tool}\n{login}";
        if (!_logins.TryGetValue(name, out var number)) _logins.Add(name, number = _logins.Count);
        var key = ((long)number << DayBits) | ((long)day.DayNumber << 1);
        if (_days.Contains(key | (active ? 0L : 1L))) return false;
        if (!_days.Add(key | (active ? 1L : 0L)))
        {
            Repeated++;
            return true;
        }

        Stage(row, tool, person, login, day, active);
        if (First is null || day < First) First = day;
        if (Last is null || day > Last) Last = day;
        return true;
    }

    private void Stage(int row, string tool, string person, string login, DateOnly day, bool active)
    {
        _staged.BeginRow(row);
        _staged.Set(Columns.Tool, tool);
        _staged.Set(Columns.Login, login);
        _staged.Set(Columns.Day, day);
        _staged.Set(Columns.Active, active);
        _staged.Set(Columns.Provider, UsageTools.ProviderOf(tool));
        if (login.Contains('@', StringComparison.Ordinal)) _staged.Set(Columns.Email, login);
        else if (person.Length <= Person.EmployeeNumberMaxLength) _staged.Set(Columns.Number, person.Trim());
        _staged.EndRow();
    }

    private static class Columns
    {
        public static readonly int Tool = Table.IndexOf("Tool");
        public static readonly int Login = Table.IndexOf("Login");
        public static readonly int Day = Table.IndexOf("Day");
        public static readonly int Active = Table.IndexOf("Active");
        public static readonly int Provider = Table.IndexOf("Provider");
        public static readonly int Number = Table.IndexOf("Number");
        public static readonly int Email = Table.IndexOf("Email");
    }
}
