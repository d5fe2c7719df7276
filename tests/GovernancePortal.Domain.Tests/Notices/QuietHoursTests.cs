using CsCheck;
using GovernancePortal.Domain.Notices;

namespace GovernancePortal.Domain.Tests.Notices;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo", "UTC"];

    private static readonly Gen<QuietHours> Any =
        from zone in Gen.Int[0, Zones.Length - 1].Select(i => Zones[i])
        from start in Gen.Int[0, 47]
        from end in Gen.Int[0, 47]
        from weekends in Gen.Bool
        select new QuietHours(new TimeOnly(start / 2, start % 2 * 30), new TimeOnly(end / 2, end % 2 * 30), weekends, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static readonly Gen<DateTimeOffset> AnyTime = Gen.Int[0, 3 * 366 * 24 * 60].Select(minutes => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    [Theory]
    [InlineData("2026-11-23T06:00:00Z", "2026-11-23T06:00:00Z")] // Monday 07:00 there
    [InlineData("2026-11-23T05:59:00Z", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-23T18:00:00Z", "2026-11-24T06:00:00Z")] // 19:00 there
    [InlineData("2026-11-20T17:59:00Z", "2026-11-20T17:59:00Z")] // Friday 18:59 there
    [InlineData("2026-11-20T18:00:00Z", "2026-11-23T06:00:00Z")] // over the weekend
    [InlineData("2026-11-21T12:00:00Z", "2026-11-23T06:00:00Z")] // Saturday noon
    public void Mail_waits_for_the_morning_of_a_working_day(string at, string open) => Usual(Berlin).NextOpen(Time(at)).ShouldBe(Time(open));

    [Fact]
    public void Clocks_put_forward_shorten_the_night()
    {
        // On 29 March 2026 two o'clock becomes three; Monday's seven o'clock is 05:00 UTC, on Friday it was 06:00.
        Usual(Berlin).NextOpen(Time("2026-03-27T02:00:00Z")).ShouldBe(Time("2026-03-27T06:00:00Z"));
        Usual(Berlin).NextOpen(Time("2026-03-28T12:00:00Z")).ShouldBe(Time("2026-03-30T05:00:00Z"));
        // An end that the clocks leave out is the moment they jump.
        new QuietHours(new(19, 0), new(2, 30), Weekends: false, Berlin).NextOpen(Time("2026-03-28T20:00:00Z")).ShouldBe(Time("2026-03-29T01:00:00Z"));
    }

    [Fact]
    public void Clocks_put_back_do_not_make_mail_go_out_too_soon()
    {
        // On 25 October 2026 three o'clock becomes two; Monday's seven o'clock is 06:00 UTC.
        Usual(Berlin).NextOpen(Time("2026-10-24T12:00:00Z")).ShouldBe(Time("2026-10-26T06:00:00Z"));
        // An end that comes twice is the first time; a quiet time within the hour that comes twice is quiet twice.
        new QuietHours(new(19, 0), new(2, 30), Weekends: false, Berlin).NextOpen(Time("2026-10-24T20:00:00Z")).ShouldBe(Time("2026-10-25T00:30:00Z"));
        new QuietHours(new(19, 0), new(2, 30), Weekends: false, Berlin).NextOpen(Time("2026-10-25T01:10:00Z")).ShouldBe(Time("2026-10-25T01:30:00Z"));
    }

    [Fact]
    public void No_quiet_hours_are_no_quiet_hours() =>
        AnyTime.Sample(time => new QuietHours(new(7, 0), new(7, 0), Weekends: false, Berlin).NextOpen(time).ShouldBe(time));

    [Fact]
    public void The_next_open_moment_is_the_first_one() =>
        Gen.Select(Any, AnyTime).Sample((quiet, time) =>
        {
            var open = quiet.NextOpen(time);

            open.ShouldBeGreaterThanOrEqualTo(time);
            quiet.IsQuiet(open).ShouldBeFalse();
            for (var before = time; before < open; before = before.AddMinutes(10)) quiet.IsQuiet(before).ShouldBeTrue($"{before:O} comes before {open:O}");
            if (open > time) quiet.IsQuiet(open.AddMinutes(-1)).ShouldBeTrue();
        });

    private static QuietHours Usual(TimeZoneInfo zone) => new(new(19, 0), new(7, 0), Weekends: true, zone);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
