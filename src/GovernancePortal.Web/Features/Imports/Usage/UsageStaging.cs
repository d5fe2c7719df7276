using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>
/// Takes days of use from whatever file, each login, tool and day once, and says whether a day contradicts an earlier one. A day is a number while the file is
/// read, because a file may hold millions; the days are staged at the end, in the order in which the portal's table holds them.
/// </summary>
internal sealed class UsageStaging
{
    // Numbers of login and day and whether it was active, beside each other.
    private const int LoginShift = 24;
    private const long DayMask = (1L << (LoginShift - 1)) - 1;

    private readonly Dictionary<(string Tool, string Login), int> _numbers = [];
    private readonly List<(string Tool, string Login, string Person)> _logins = [];
    private readonly HashSet<long> _days = [];

    public UsageStaging(BulkWriter bulk) => (Logins, Days) = (bulk.CreateTable("usage_logins", LoginColumns), bulk.CreateTable("usage_days", DayColumns));

    public static IReadOnlyList<BulkColumn> LoginColumns { get; } =
        [
            new("Tool", BulkType.Text, UsageDay.ToolMaxLength),
            new("Login", BulkType.Text, UsageDay.LoginMaxLength),
            new("Provider", BulkType.Text, PersonLogin.ProviderMaxLength),
            new("Number", BulkType.Text, Person.EmployeeNumberMaxLength),
            new("Email", BulkType.Text, Person.EmailMaxLength),
            new("PersonId", BulkType.Id),
        ];

    public static IReadOnlyList<BulkColumn> DayColumns { get; } = [new("LoginNo", BulkType.Number), new("Day", BulkType.Date), new("Active", BulkType.Flag)];

    public BulkTable Logins { get; }

    public BulkTable Days { get; }

    public DateOnly? First { get; private set; }

    public DateOnly? Last { get; private set; }

    public int Repeated { get; private set; }

    public IEnumerable<string> Tools => _logins.Select(l => l.Tool).Distinct(StringComparer.Ordinal);

    /// <summary>False when the file said the opposite of the same day before.</summary>
    public bool Add(string tool, string person, DateOnly day, bool active)
    {
        var login = UsageTools.LoginForm(person);
        if (!_numbers.TryGetValue((tool, login), out var number))
        {
            _numbers.Add((tool, login), number = _logins.Count);
            _logins.Add((tool, login, person.Trim()));
        }

        var key = KeyOf(number, day, active);
        if (_days.Contains(key ^ 1)) return false;
        if (!_days.Add(key))
        {
            Repeated++;
            return true;
        }

        if (First is null || day < First) First = day;
        if (Last is null || day > Last) Last = day;
        return true;
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var places = StageLogins();
        var days = new long[_days.Count];
        var next = 0;
        foreach (var key in _days) days[next++] = ((long)places[(int)(key >> LoginShift)] << LoginShift) | (key & ((1L << LoginShift) - 1));
        Array.Sort(days);
        for (var row = 0; row < days.Length; row++)
        {
            Days.BeginRow(row + 1);
            Days.Set(0, (int)(days[row] >> LoginShift) + 1);
            Days.Set(1, DateOnly.FromDayNumber((int)((days[row] >> 1) & DayMask)));
            Days.Set(2, (days[row] & 1) == 1);
            Days.EndRow();
        }

        await Logins.FinishAsync(cancellationToken);
        await Days.FinishAsync(cancellationToken);
    }

    /// <summary>Stages the logins in order and gives the place of each.</summary>
    private int[] StageLogins()
    {
        var order = Enumerable.Range(0, _logins.Count).OrderBy(i => _logins[i].Tool, StringComparer.Ordinal).ThenBy(i => _logins[i].Login, StringComparer.Ordinal).ToArray();
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
            StageLogin(place + 1, _logins[order[place]]);
        }

        return places;
    }

    private void StageLogin(int row, (string Tool, string Login, string Person) login)
    {
        Logins.BeginRow(row);
        Logins.Set(0, login.Tool);
        Logins.Set(1, login.Login);
        Logins.Set(2, UsageTools.ProviderOf(login.Tool));
        if (login.Login.Contains('@', StringComparison.Ordinal)) Logins.Set(4, login.Login);
        else if (login.Person.Length <= Person.EmployeeNumberMaxLength) Logins.Set(3, login.Person);
        Logins.EndRow();
    }

    private static long KeyOf(int login, DateOnly day, bool active) => ((long)login << LoginShift) | ((long)day.DayNumber << 1) | (active ? 1L : 0L);
}
