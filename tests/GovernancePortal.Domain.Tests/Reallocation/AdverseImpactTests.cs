using System.Text.Json;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

public sealed class AdverseImpactTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Each_case_gives_the_rows_of_the_reference()
    {
        var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reallocation", "cases", "impact.json"))).RootElement;
        cases.GetArrayLength().ShouldBe(30);
        foreach (var one in cases.EnumerateArray())
        {
            var screen = AdverseImpact.Of(one.GetProperty("groups").Deserialize<ImpactGroup[]>(Web)!);

            var expected = one.GetProperty("expected");
            screen.Reference.ShouldBe(expected.GetProperty("reference").GetString());
            screen.NeedsReview.ShouldBe(expected.GetProperty("flag").GetBoolean());
            var rows = expected.GetProperty("rows").EnumerateArray().ToList();
            screen.Rows.Count.ShouldBe(rows.Count);
            foreach (var (was, should) in screen.Rows.Zip(rows)) RowIs(was, should);
        }
    }

    [Fact]
    public void Of_large_groups_a_small_difference_shows_and_of_small_groups_a_large_one_may_be_chance()
    {
        AdverseImpact.Of([new("a", 20_000, 19_000), new("b", 20_000, 18_000)]).Rows[1].Status.ShouldBe(ImpactStatus.ReviewStatistical);
        AdverseImpact.Of([new("a", 8, 6), new("b", 6, 3)]).Rows[1].Status.ShouldBe(ImpactStatus.ReviewFourFifths);
    }

    [Fact]
    public void A_group_of_four_shows_nothing_and_is_no_reference()
    {
        var screen = AdverseImpact.Of([new("few", 4, 4), new("many", 50, 10)]);

        screen.Reference.ShouldBe("many");
        screen.Rows[0].ShouldBe(new ImpactRow("few", 4, null, null, null, null, ImpactStatus.TooSmall));
    }

    [Fact]
    public void The_ladys_cups_of_tea() => FisherExact.TwoSided(3, 1, 1, 3).ShouldBe(34.0 / 70, 1e-12);

    [Fact]
    public void More_favoured_than_there_are_is_an_error() => Should.Throw<ArgumentOutOfRangeException>(() => AdverseImpact.Of([new("a", 3, 4)]));

    private static void RowIs(ImpactRow was, JsonElement should)
    {
        was.Group.ShouldBe(should.GetProperty("group").GetString());
        was.Status.ToString().ShouldBe(should.GetProperty("status").GetString(), StringCompareShould.IgnoreCase);
        Close(was.Rate, should.GetProperty("rate"));
        Close(was.ImpactRatio, should.GetProperty("impactRatio"));
        Close(was.P, should.GetProperty("p"));
    }

    private static void Close(double? was, JsonElement should)
    {
        if (should.ValueKind == JsonValueKind.Null) was.ShouldBeNull();
        else was!.Value.ShouldBe(should.GetDouble(), 1e-9);
    }
}
