using CsCheck;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Domain.Tests.Imports;

public sealed class CellReaderTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 365 * 250].Select(days => new DateOnly(1930, 1, 1).AddDays(days));

    [Fact]
    public void Every_day_is_read_in_every_order_as_it_was_written() =>
        AnyDay.Sample(day =>
            CellReader.TryDate(day.ToString("yyyy-MM-dd"), DateOrder.MonthDayYear, out var year)
            && CellReader.TryDate(day.ToString("dd.MM.yyyy"), DateOrder.DayMonthYear, out var first)
            && CellReader.TryDate(day.ToString("MM'/'dd'/'yyyy"), DateOrder.MonthDayYear, out var american)
            && (year, first, american) == (day, day, day)
        );

    [Theory]
    [InlineData("31.02.2025", DateOrder.DayMonthYear)]
    [InlineData("2025-02-29", DateOrder.YearMonthDay)]
    [InlineData("03/04/2025", DateOrder.YearMonthDay)]
    [InlineData("13/14/2025", DateOrder.MonthDayYear)]
    [InlineData("0001-01-01", DateOrder.YearMonthDay)]
    [InlineData("45000", DateOrder.YearMonthDay)]
    public void A_day_that_is_unreal_or_could_be_another_is_not_guessed(string text, DateOrder order) =>
        CellReader.TryDate(text, order, out _).ShouldBeFalse();

    [Fact]
    public void A_time_of_day_does_not_move_the_day()
    {
        CellReader.TryDate("2026-11-23T23:59:59Z", DateOrder.YearMonthDay, out var date).ShouldBeTrue();

        date.ShouldBe(new DateOnly(2026, 11, 23));
    }

    [Theory]
    [InlineData("95000", true)]
    [InlineData(" 95000.50 ", true)]
    [InlineData("95k", false)]
    [InlineData("95,000", false)]
    [InlineData("9.5e4", false)]
    [InlineData("£95000", false)]
    public void Money_is_a_plain_figure(string text, bool right) => CellReader.TryMoney(text, out _).ShouldBe(right);

    [Theory]
    [InlineData("0.95", 0.95)]
    [InlineData("95%", 0.95)]
    [InlineData("95", 0.95)]
    [InlineData("1", 1)]
    public void A_score_is_a_share(string text, double share)
    {
        CellReader.TryScore(text, out var score).ShouldBeTrue();

        score.ShouldBe((decimal)share);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("A")]
    public void A_score_beyond_all_points_is_refused(string text) => CellReader.TryScore(text, out _).ShouldBeFalse();

    [Fact]
    public void An_empty_flag_is_no_and_an_unknown_word_is_refused()
    {
        CellReader.TryFlag("", out var empty).ShouldBeTrue();
        CellReader.TryFlag("Yes", out var yes).ShouldBeTrue();
        CellReader.TryFlag("maybe", out _).ShouldBeFalse();

        (empty, yes).ShouldBe((false, true));
    }

    [Theory]
    [InlineData("Age")]
    [InlineData("Over18")]
    [InlineData("Marital Status")]
    [InlineData("date_of_birth")]
    [InlineData("GENDER")]
    [InlineData("Ethnicity")]
    [InlineData("nationality")]
    public void Protected_columns_are_known_however_they_are_written(string header) => ProtectedColumns.IsProtected(header).ShouldBeTrue();

    [Theory]
    [InlineData("Manager")]
    [InlineData("Language")]
    [InlineData("Stage")]
    [InlineData("Usage")]
    public void Columns_that_only_contain_such_a_word_are_not_protected(string header) => ProtectedColumns.IsProtected(header).ShouldBeFalse();

    [Fact]
    public void What_can_stand_in_for_a_protected_fact_is_pointed_out() => ProtectedColumns.CanStandIn("DistanceFromHome").ShouldBeTrue();

    [Theory]
    [InlineData("5", Level.Principal)]
    [InlineData("Senior", Level.Senior)]
    [InlineData("graduate", Level.Junior)]
    public void Levels_are_suggested_from_words_and_figures(string word, Level level) => LevelWords.Suggest(word).ShouldBe(level);

    [Fact]
    public void A_word_that_is_no_level_suggests_none() => LevelWords.Suggest("wizard").ShouldBeNull();

    [Fact]
    public void A_row_of_zeros_is_active_only_when_a_feature_was_used()
    {
        var zeros = new UsageCounters(0, 0, 0, 0, 0);

        CopilotActivity.IsActive(zeros, usedAnyFeature: true).ShouldBeTrue();
        CopilotActivity.IsActive(zeros, usedAnyFeature: false).ShouldBeFalse();
        CopilotActivity.IsActive(default, usedAnyFeature: false).ShouldBeFalse();
        CopilotActivity.IsActive(zeros with { LinesDeleted = 1 }, usedAnyFeature: false).ShouldBeTrue();
    }

    [Fact]
    public void A_failed_voided_or_expired_completion_gives_no_credit()
    {
        var day = new DateOnly(2026, 1, 31);
        var passed = Completed(CompletionResult.Passed, day);
        var voided = Completed(CompletionResult.Passed, day);
        voided.Void(DateTimeOffset.UnixEpoch, "user:1", "Wrong person");

        passed.CountsOn(day).ShouldBeTrue();
        passed.CountsOn(day.AddDays(-1)).ShouldBeFalse();
        passed.CountsOn(day.AddMonths(1)).ShouldBeTrue();
        passed.CountsOn(day.AddMonths(1).AddDays(1)).ShouldBeFalse();
        voided.CountsOn(day).ShouldBeFalse();
        Completed(CompletionResult.Failed, day).CountsOn(day).ShouldBeFalse();
    }

    private static Completion Completed(CompletionResult result, DateOnly day)
    {
        var completion = new Completion(PersonId.New(), CourseId.New(), "1", day, result, DateTimeOffset.UnixEpoch);
        completion.SetOutcome(score: null, day.AddMonths(1));
        return completion;
    }
}
