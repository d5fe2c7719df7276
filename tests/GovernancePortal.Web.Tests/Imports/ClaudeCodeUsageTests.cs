using System.Globalization;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Usage;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class ClaudeCodeUsageTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,name,email\nE-1,Ada Marlow,ada@larkfield.example\n");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_person_is_active_on_the_days_on_which_any_counter_rose()
    {
        var file = Request(
            Metric("claude_code.session.count", 1, Point("2026-11-18T08:00:00Z", "\"1\"", "Ada@larkfield.example")),
            Metric("claude_code.token.usage", 1, Point("2026-11-19T08:00:00Z", "0", "ada@larkfield.example")),
            Metric("claude_code.lines_of_code.count", 1, Point("2026-11-18T09:00:00Z", "12", "ada@larkfield.example")),
            // What somebody cost is no sign of use and is not read; neither is what others count.
            Metric("claude_code.cost.usage", 1, Point("2026-11-20T08:00:00Z", "3", "ada@larkfield.example")),
            Metric("http.server.duration", 1, Point("2026-11-20T08:00:00Z", "3", "ada@larkfield.example")),
            Metric("claude_code.commit.count", 1, Point("2026-11-20T08:00:00Z", "1", email: null))
        );

        var answer = await _portal.MustImportAsync(ImportKind.ClaudeCodeUsage, file);

        var day = (await _portal.InDb(db => db.UseDaysAsync())).Single();
        (day.Tool, day.Login, day.Day, day.Active).ShouldBe((UsageTools.ClaudeCode, "ada@larkfield.example", new DateOnly(2026, 11, 18), true));
        day.PersonId.ShouldNotBeNull();
        (await _portal.InDb(db => db.UsageCountDays.CountAsync())).ShouldBe(0);
        answer.Notes.ShouldContain(n => n.StartsWith("1 reading names neither an e-mail nor an account", StringComparison.Ordinal));
        (await _portal.MustImportAsync(ImportKind.ClaudeCodeUsage, file)).Accepted.ShouldBe(0);
    }

    [Fact]
    public async Task Requests_may_stand_one_on_each_line_and_name_the_person_at_the_resource()
    {
        var line = """{"resourceMetrics":[{"resource":{"attributes":[{"key":"user.account_uuid","value":{"stringValue":"0b6c"}}]},"scopeMetrics":[{"metrics":[{"name":"claude_code.active_time.total","sum":{"aggregationTemporality":"AGGREGATION_TEMPORALITY_DELTA","dataPoints":[{"timeUnixNano":"TIME","asDouble":1.5}]}}]}]}]}""";
        var file = string.Join('\n', new[] { "2026-11-18T23:59:00Z", "2026-11-19T00:01:00Z" }.Select(t => line.Replace("TIME", Nanoseconds(t), StringComparison.Ordinal)));

        await _portal.MustImportAsync(ImportKind.ClaudeCodeUsage, file);

        var days = await _portal.InDb(db => db.UseDaysAsync());
        days.Select(d => (d.Login, d.Day.Day)).ShouldBe([("0b6c", 18), ("0b6c", 19)]);
    }

    [Fact]
    public async Task A_counter_that_goes_on_counting_is_read_by_its_differences()
    {
        var file = Request(Metric("claude_code.token.usage", 2,
            Point("2026-11-20T10:00:00Z", "500", "ada@larkfield.example", start: "2026-11-18T08:00:00Z"),
            Point("2026-11-18T09:00:00Z", "100", "ada@larkfield.example", start: "2026-11-18T08:00:00Z"),
            Point("2026-11-19T09:00:00Z", "100", "ada@larkfield.example", start: "2026-11-18T08:00:00Z"),
            Point("2026-11-20T09:30:00Z", "100", "ada@larkfield.example", start: "2026-11-18T08:00:00Z")));

        await _portal.MustImportAsync(ImportKind.ClaudeCodeUsage, file);

        (await _portal.InDb(db => db.UseDaysAsync())).Select(u => u.Day.Day).ShouldBe([18, 20]);
    }

    [Fact]
    public void A_counter_that_began_anew_counts_from_nought_and_a_long_gap_dates_nothing()
    {
        var undated = 0;
        var start = At("2026-11-18T08:00:00Z");

        var days = CounterSeries.DaysOfCumulative(
            [
                new(start, At("2026-11-18T09:00:00Z"), 5),
                new(At("2026-11-19T08:00:00Z"), At("2026-11-19T09:00:00Z"), 5), // another start: five more
                new(At("2026-11-19T08:00:00Z"), At("2026-11-21T09:00:00Z"), 9), // four more, on one of three days
                new(At("2026-11-19T08:00:00Z"), At("2026-11-21T09:30:00Z"), 2), // lower: began anew, at an unknown time
            ],
            ref undated);

        days.ShouldBe([new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 19)], ignoreOrder: true);
        undated.ShouldBe(2);
    }

    [Fact]
    public void A_rise_just_after_midnight_is_of_the_new_day()
    {
        CounterSeries.DayOfDelta(new(At("2026-11-18T23:59:30Z"), At("2026-11-19T00:00:30Z"), 1)).ShouldBe(new DateOnly(2026, 11, 19));
        CounterSeries.DayOfDelta(new(At("2026-11-17T23:59:30Z"), At("2026-11-19T00:00:30Z"), 1)).ShouldBeNull();
        CounterSeries.DayOfDelta(new(null, At("2026-11-19T00:00:30Z"), 0)).ShouldBeNull();
    }

    [Theory]
    [InlineData("{\"resourceLogs\":[{\"scopeLogs\":[]}]}", "import.format.unknown", "prompts")]
    [InlineData("{\"resourceSpans\":[]}", "import.format.unknown", "traces")]
    [InlineData("[{\"hello\":1}]", "import.format.unknown", "none of the fields")]
    [InlineData("a,b\n1,2\n", "import.format.unknown", "not JSON")]
    [InlineData("{\"resourceMetrics\":[{\"scop", "import.json.broken", "broken")]
    public async Task Other_files_are_refused_with_the_reason(string content, string code, string word)
    {
        var result = await _portal.ImportAsync(ImportKind.ClaudeCodeUsage, content);

        result.Error!.Code.ShouldBe(code);
        result.Error.Message.ShouldContain(word);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    public async Task A_wrong_reading_is_told_with_the_number_of_its_record(string time)
    {
        var file = Request(Metric("claude_code.session.count", 3, $"{{\"timeUnixNano\":\"{time}\",\"asInt\":\"-1\"}}"));

        (await _portal.ImportAsync(ImportKind.ClaudeCodeUsage, file)).Value.Errors.Select(e => (e.Row, e.Code)).ShouldBe([(1, "time.shape"), (1, "count.shape"), (1, "temporality.unknown")]);
    }

    private static string Request(params string[] metrics) => $"{{\"resourceMetrics\":[{{\"resource\":{{\"attributes\":[]}},\"scopeMetrics\":[{{\"scope\":{{}},\"metrics\":[{string.Join(',', metrics)}]}}]}}]}}";

    private static string Metric(string name, int temporality, params string[] points) =>
        $"{{\"name\":\"{name}\",\"sum\":{{\"isMonotonic\":true,\"aggregationTemporality\":{temporality},\"dataPoints\":[{string.Join(',', points)}]}}}}";

    private static string Point(string at, string value, string? email, string? start = null)
    {
        var attributes = email is null ? "" : $"{{\"key\":\"user.email\",\"value\":{{\"stringValue\":\"{email}\"}}}}";
        var since = start is null ? "" : $"\"startTimeUnixNano\":\"{Nanoseconds(start)}\",";
        return $"{{\"attributes\":[{attributes}],{since}\"timeUnixNano\":\"{Nanoseconds(at)}\",\"asInt\":{value}}}";
    }

    private static string Nanoseconds(string time) => (At(time).ToUnixTimeSeconds() * 1_000_000_000L).ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
