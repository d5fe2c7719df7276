using System.Runtime.InteropServices;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>
/// Takes days of use from whatever file, each login, tool and day once, and says whether a day contradicts an earlier one. A day is a bit while the file is
/// read, because a file may hold millions; the months are staged at the end, in the order in which the portal's table holds them.
/// </summary>
internal sealed class UsageStaging(BulkWriter bulk)
{
    // A number of login and one of month beside each other.
    private const int LoginShift = 20;
    private const long MonthMask = (1L << LoginShift) - 1;

    private readonly Dictionary<string, ToolLogins> _tools = new(StringComparer.Ordinal);
    private readonly List<(string Tool, string Login, string Person)> _logins = [];
    private readonly Dictionary<long, StagedMonth> _months = [];

    public static IReadOnlyList<BulkColumn> LoginColumns { get; } =
        [
            new("Tool", BulkType.Text, UsageTools.ToolMaxLength),
            new("Login", BulkType.Text, UsageTools.LoginMaxLength),
            new("Provider", BulkType.Text, PersonLogin.ProviderMaxLength),
            new("Number", BulkType.Text, Person.EmployeeNumberMaxLength),
            new("Email", BulkType.Text, Person.EmailMaxLength),
            new("PersonId", BulkType.Id),
        ];

    public static IReadOnlyList<BulkColumn> MonthColumns { get; } =
        [
            new("LoginNo", BulkType.Number),
            new("Tool", BulkType.Text, UsageTools.ToolMaxLength),
            new("Login", BulkType.Text, UsageTools.LoginMaxLength),
            new("Month", BulkType.Number),
            new("Used", BulkType.Number),
            new("Reported", BulkType.Number),
            new("WasUsed", BulkType.Number),
            new("WasReported", BulkType.Number),
        ];

    public BulkTable Logins { get; } = bulk.CreateTable("usage_logins", LoginColumns);

    public BulkTable Months { get; } = bulk.CreateTable("usage_months", MonthColumns);

    /// <summary>Days taken, each of one login and tool.</summary>
    public int Days { get; private set; }

    public DateOnly? First { get; private set; }

    public DateOnly? Last { get; private set; }

    public int Repeated { get; private set; }

    public IEnumerable<string> Tools => _tools.Keys;

    /// <summary>False when the file said the opposite of the same day before.</summary>
    public bool Add(string tool, ReadOnlySpan<char> person, DateOnly day, bool active)
    {
        var key = ((long)NumberOf(tool, person) << LoginShift) | (uint)MonthBits.MonthOf(day);
        ref var month = ref CollectionsMarshal.GetValueRefOrAddDefault(_months, key, out _);
        var bit = MonthBits.BitOf(day);
        if ((month.Reported & bit) != 0)
        {
            if ((month.Used & bit) != 0 != active) return false;
            Repeated++;
            return true;
        }

        month = new StagedMonth(active ? month.Used | bit : month.Used, month.Reported | bit);
        Days++;
        if (First is null || day < First) First = day;
        if (Last is null || day > Last) Last = day;
        return true;
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var order = StageLogins();
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        var rows = _months.Select(m => (Key: ((long)places[(int)(m.Key >> LoginShift)] << LoginShift) | (m.Key & MonthMask), Month: m.Value)).ToArray();
        Array.Sort(rows, (a, b) => a.Key.CompareTo(b.Key));
        foreach (var (key, month) in rows) StageMonth((int)(key >> LoginShift), _logins[order[(int)(key >> LoginShift)]], (int)(key & MonthMask), month);

        await Logins.FinishAsync(cancellationToken);
        await Months.FinishAsync(cancellationToken);
    }

    // Most rows write a login as an earlier row did, and cost no text of their own.
    private int NumberOf(string tool, ReadOnlySpan<char> person)
    {
        if (!_tools.TryGetValue(tool, out var logins)) _tools.Add(tool, logins = new ToolLogins());
        if (logins.TryFind(person, out var number)) return number;

        var written = person.ToString();
        var login = UsageTools.LoginForm(written);
        if (!logins.Forms.TryGetValue(login, out number))
        {
            logins.Forms.Add(login, number = _logins.Count);
            _logins.Add((tool, login, written.Trim()));
        }

        logins.Keep(written, number);
        return number;
    }

    /// <summary>Stages the logins in the order of the key, and gives that order.</summary>
    private int[] StageLogins()
    {
        var order = Enumerable.Range(0, _logins.Count).OrderBy(i => _logins[i].Tool, StringComparer.Ordinal).ThenBy(i => _logins[i].Login, StringComparer.Ordinal).ToArray();
        for (var place = 0; place < order.Length; place++) StageLogin(place + 1, _logins[order[place]]);
        return order;
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

    private void StageMonth(int place, (string Tool, string Login, string Person) login, int month, StagedMonth days)
    {
        Months.BeginRow(Months.Count + 1);
        Months.Set(0, place + 1);
        Months.Set(1, login.Tool);
        Months.Set(2, login.Login);
        Months.Set(3, month);
        Months.Set(4, days.Used);
        Months.Set(5, days.Reported);
        Months.EndRow();
    }

    private readonly record struct StagedMonth(int Used, int Reported);

    private sealed class ToolLogins
    {
        private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);

        /// <summary>As they are stored.</summary>
        public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal);

        public bool TryFind(ReadOnlySpan<char> written, out int number) => _written.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out number);

        public void Keep(string written, int number) => _written.Add(written, number);
    }
}
