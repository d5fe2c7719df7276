using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Components.Charts;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Tests.Components.Charts;

public sealed class ChartTests : BunitContext
{
    private static readonly Func<double, string> Format = v => ScenarioFigures.WithSign(v, "USD");

    private static readonly Spread Cut = new(-215_000, -425_000, -300_000, -243_000, -100_000, -6_000);

    private static readonly Spread Move = new(-303_000, -602_000, -500_000, -386_000, -200_000, 38_000);

    [Fact]
    public void Ranges_stand_where_their_values_are()
    {
        var chart = Ranges(Row("Do nothing", null), Row("Cut 3", Cut), Row("Move 3", Move));

        var (wide, scale) = (chart.Find("svg.wide"), Axis(chart, "svg.wide"));
        var cut = wide.QuerySelectorAll("g.row")[1];
        var light = cut.QuerySelector("rect.soft")!;
        Number(light, "x").ShouldBe(scale(-425_000), 0.6);
        Number(light, "width").ShouldBe(scale(-6_000) - scale(-425_000), 0.6);
        var dark = cut.QuerySelector("rect.mid")!;
        Number(dark, "x").ShouldBe(scale(-300_000), 0.6);
        Number(dark, "width").ShouldBe(scale(-100_000) - scale(-300_000), 0.6);
        Number(cut.QuerySelector("line.median")!, "x1").ShouldBe(scale(-243_000), 0.6);
        Number(cut.QuerySelector("circle.mean")!, "cx").ShouldBe(scale(-215_000), 0.6);
        cut.TextContent.ShouldContain("median −$243k, mean −$215k");
        wide.QuerySelectorAll("g.row")[0].TextContent.ShouldContain("reference");
    }

    [Fact]
    public void Both_drawings_fit_their_width_and_speak_the_figures()
    {
        var chart = Ranges(Row("Do nothing", null), Row("Cut 3", Cut), Row("Move 3", Move));

        foreach (var (css, width) in new[] { ("svg.wide", 936), ("svg.narrow", 358) })
        {
            var svg = chart.Find(css);
            svg.GetAttribute("role").ShouldBe("img");
            svg.GetAttribute("aria-label").ShouldBe("NPV against doing nothing. Cut 3: mean −$215k, median −$243k, P10 −$425k to P90 −$6k. Move 3: mean −$303k, median −$386k, P10 −$602k to P90 +$38k.");
            TextsFit(svg, width);
        }

        chart.Markup.ShouldNotContain("style=");
    }

    [Fact]
    public void The_table_beside_the_ranges_has_their_rows()
    {
        var chart = Ranges(Row("Do nothing", null), Row("Cut 3", Cut));

        Head(chart).ShouldBe(["NPV against doing nothing", "Mean", "Median", "P10", "P25", "P75", "P90", "Single run", "Best in"]);
        Cells(chart, 0).ShouldBe(["reference", "", "", "", "", "", "", "75%"]);
        Cells(chart, 1).ShouldBe(["−$215k", "−$243k", "−$425k", "−$300k", "−$100k", "−$6k", "−$234k", "75%"]);
    }

    [Fact]
    public void Groups_under_five_are_left_out_and_named_as_not_shown()
    {
        var chart = Ranges(Row("Do nothing", null), Row("Four people", Cut) with { People = 4 }, Row("Five people", Move) with { People = 5 });

        chart.FindAll("svg.wide g.row").Count.ShouldBe(2);
        chart.Find("svg.wide").GetAttribute("aria-label")!.ShouldNotContain("Four people");
        Cells(chart, 1).ShouldAllBe(c => c == "not shown");
        Cells(chart, 2)[0].ShouldBe("−$303k");

        var shares = Render<ShareBar>(p => p.Add(x => x.Title, "People").Add(x => x.Parts, [new("many", 0.9, "s3") { People = 36 }, new("few", 0.1, "s1") { People = 4 }]));
        shares.FindAll("svg.wide rect").Count.ShouldBe(1);
        Cells(shares, 1).ShouldBe(["not shown"]);
        shares.Find("svg.wide").GetAttribute("aria-label").ShouldBe("People: many 90%.");

        var lines = Render<LineChart>(p => p.Add(x => x.Title, "Use").Add(x => x.Format, v => $"{v}").Add(x => x.Series, [new("Few", "s2", [(1, 2), (2, 3)]) { People = 3 }, new("Many", "s3", [(1, 4), (2, 5)])]));
        lines.FindAll("svg.wide path.s2").ShouldBeEmpty();
        Cells(lines, 0).ShouldBe(["not shown", "4"]);
    }

    [Fact]
    public void Bands_fade_while_the_draws_are_not_in_and_the_single_run_stays()
    {
        var chart = Render<RangeBars>(p => p
            .Add(x => x.Title, "NPV").Add(x => x.Rows, [Row("Do nothing", null), Row("Cut 3", Cut)]).Add(x => x.Format, Format).Add(x => x.MoreHeads, ["Single run"]).Add(x => x.Faded, true).Add(x => x.ShowsExpected, true));

        chart.Find("svg.wide .faded rect.soft").ShouldNotBeNull();
        chart.Find("svg.wide path.expected").ParentElement!.ClassList.ShouldNotContain("faded");
    }

    [Fact]
    public void A_fan_ends_at_its_figures_and_has_every_month_as_a_row()
    {
        FanPoint[] points = [new(0, new(0, 0, 0, 0, 0, 0)), new(6, new(-50_000, -100_000, -80_000, -60_000, -20_000, 0)), new(12, new(-80_000, -200_000, -150_000, -100_000, -20_000, 100_000))];
        var chart = Render<FanChart>(p => p.Add(x => x.Title, "Cash").Add(x => x.Format, Format).Add(x => x.Panels, [new("Cut 3", "Cut", "s2", points), new("Move 3", "Reallocate", "s3", points)]));

        var panels = chart.Find("svg.wide").QuerySelectorAll("g.panel");
        panels.Length.ShouldBe(2);
        // Up is a gain: the median falls, so its line goes down the picture.
        var line = Points(panels[0].QuerySelector("path.l")!);
        line.Count.ShouldBe(3);
        (line[0].X, line[1].X).ShouldBe((0, line[2].X / 2));
        line[2].Y.ShouldBeGreaterThan(line[1].Y);
        (line[2].Y - line[0].Y).ShouldBe((line[1].Y - line[0].Y) * 100 / 60, 0.2);
        panels[0].TextContent.ShouldContain("month 12");
        panels[0].QuerySelectorAll("text.tb").Single().TextContent.ShouldBe("−$100k");
        chart.Find("svg.narrow").GetAttribute("aria-label")!.ShouldContain("Cut 3: after 12 months the median is −$100k, P10 −$200k, P90 +$100k.");
        chart.FindAll("tbody tr").Count.ShouldBe(3);
        Cells(chart, 2).ShouldBe(["−$100k", "−$80k", "−$200k", "+$100k", "−$100k", "−$80k", "−$200k", "+$100k"]);
        TextsFit(chart.Find("svg.narrow"), 358);
    }

    [Fact]
    public void The_tornado_draws_twelve_and_lists_all()
    {
        TornadoBar[] bars =
        [
            new("Use of idle time", "D", "s6", "22%", "78%", -201_000, 10_000, true),
            .. Enumerable.Range(1, 14).Select(i => new TornadoBar($"Parameter {i}", "B", "s5", "low", "high", -94_000 + (i * 100), -94_000 - (i * 100), false)),
        ];
        var chart = Render<TornadoChart>(p => p.Add(x => x.Title, "Move minus cut").Add(x => x.Bars, bars).Add(x => x.Middle, -94_000).Add(x => x.Format, Format).Add(x => x.ZeroText, "move wins"));

        var rows = chart.Find("svg.wide").QuerySelectorAll("g.row");
        rows.Length.ShouldBe(12);
        var scale = Axis(chart, "svg.wide", "0");
        var first = rows[0].QuerySelector("rect")!;
        Number(first, "x").ShouldBe(scale(-201_000), 0.6);
        Number(first, "width").ShouldBe(scale(10_000) - scale(-201_000), 0.6);
        rows[0].QuerySelectorAll("text").Select(t => t.TextContent).ShouldBe(["Use of idle time", "D", "22%", "78%", "changes it"]);
        // Where the high value gives less, its word stands on the left.
        rows[1].QuerySelectorAll("text").Select(t => t.TextContent).ShouldBe(["Parameter 1", "B", "high", "low"]);
        chart.FindAll("tbody tr").Count.ShouldBe(15);
        Cells(chart, 0).ShouldBe(["D", "22%", "78%", "−$201k", "+$10k", "yes"]);
        chart.Find("svg.wide").GetAttribute("aria-label")!.ShouldEndWith("Alone changes the winner: Use of idle time, from −$201k to +$10k.");
    }

    [Fact]
    public void Parts_of_a_whole_are_as_wide_as_their_share()
    {
        var chart = Render<ShareBar>(p => p.Add(x => x.Title, "Sources").Add(x => x.Parts, [new("judgement", 0.61, "s6"), new("your own figures", 0.38, "s3"), new("surveys", 0.01, "s1")]));

        var parts = chart.Find("svg.wide").QuerySelectorAll("rect");
        Number(parts[0], "width").ShouldBe((0.61 * 936) - 2, 0.1);
        Number(parts[1], "x").ShouldBe(0.61 * 936, 0.1);
        // The smallest has no room for words, and its row all the same.
        chart.Find("svg.wide").TextContent.ShouldNotContain("surveys");
        Cells(chart, 2).ShouldBe(["1%"]);
        chart.Find("svg.narrow").GetAttribute("aria-label").ShouldBe("Sources: judgement 61%, your own figures 38%, surveys 1%.");
    }

    [Fact]
    public void Names_of_lines_that_end_together_are_kept_apart()
    {
        var chart = Render<LineChart>(p => p
            .Add(x => x.Title, "Capacity").Add(x => x.Format, v => $"{v:0.0}").Add(x => x.Across, [new(1, "1"), new(12, "12")])
            .Add(x => x.Series, [new("Demand", "s1", [(1, 10), (12, 11)]) { IsDashed = true }, new("Cut", "s2", [(1, 10), (12, 11)]), new("Move", "s3", [(1, 9), (12, 10.9)])]));

        var ys = chart.Find("svg.wide").QuerySelectorAll("text.halo").Select(t => Number(t, "y")).Order().ToList();
        ys.Count.ShouldBe(3);
        ys.Zip(ys.Skip(1), (a, b) => b - a).ShouldAllBe(d => d >= ChartText.Line - 0.1);
        chart.FindAll("svg.wide path.need").Count.ShouldBe(1);
        Head(chart).ShouldBe(["Month", "Demand", "Cut", "Move"]);
        Cells(chart, 1).ShouldBe(["11.0", "11.0", "10.9"]);
        chart.Find("svg.wide").GetAttribute("aria-label")!.ShouldContain("Move: from 9.0 to 10.9.");
    }

    [Fact]
    public void What_is_exceeded_in_one_draw_of_ten_lies_at_a_tenth()
    {
        var losses = Enumerable.Range(0, 101).Select(i => i * 1000.0).ToList();
        var chart = Render<ExceedanceChart>(p => p.Add(x => x.Title, "Losses").Add(x => x.Format, v => ScenarioFigures.Money(v, "USD")).Add(x => x.Policies, [new("Cut", "s2", losses)]));

        Head(chart).ShouldBe(["Loses more than", "Cut"]);
        chart.FindAll("tbody tr").Select(r => r.TextContent.Trim().Replace("\n", "", StringComparison.Ordinal)).Select(t => t.Split("$")[1]).ShouldBe(["50k", "75k", "90k", "95k", "99k"]);
        var line = Points(chart.Find("svg.wide path.s2"));
        line.Count.ShouldBe(99);
        line.Zip(line.Skip(1)).ShouldAllBe(p => p.Second.X > p.First.X && p.Second.Y > p.First.Y);
        chart.Find("svg.wide").GetAttribute("aria-label")!.ShouldContain("one draw in ten loses more than $90k, one in twenty more than $95k.");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, -5)]
    [InlineData(1e-9, 1e15)]
    [InlineData(-1e12, 3)]
    public void Any_scale_has_a_few_round_ticks_within_it(double low, double high)
    {
        var scale = ChartScale.Over([low, high], 10, 500);

        var ticks = scale.Ticks(5);

        ticks.Count.ShouldBeInRange(1, 9);
        ticks.ShouldAllBe(t => t >= scale.From - 1e-9 && t <= scale.To * (1 + 1e-9) + 1e-9);
        ticks.ShouldContain(0);
        scale.At(low).ShouldBeInRange(10, 500);
        double.IsFinite(scale.At(high)).ShouldBeTrue();
    }

    private IRenderedComponent<RangeBars> Ranges(params RangeRow[] rows) =>
        Render<RangeBars>(p => p.Add(x => x.Title, "NPV against doing nothing").Add(x => x.Rows, rows).Add(x => x.Format, Format).Add(x => x.MoreHeads, ["Single run"]).Add(x => x.BesideHead, "best in").Add(x => x.Worse, "worse than doing nothing"));

    private static RangeRow Row(string title, Spread? spread) => new(title, "Name", "s2", spread, "75%") { More = [spread is null ? "" : "−$234k"], Expected = -234_000 };

    /// <summary>Reads the axis off two of its texts, as a person would.</summary>
    private static Func<double, double> Axis(IRenderedComponent<IComponent> chart, string css, string zero = "same")
    {
        var lines = chart.Find(css).QuerySelectorAll("line.grid, line.zero").Select(l => Number(l, "x1")).ToList();
        var texts = chart.Find(css).QuerySelectorAll("text").Select(t => t.TextContent).Where(t => t == zero || (t.StartsWith('−') && t.EndsWith('k'))).Take(2).ToList();
        texts.Count.ShouldBe(2);
        var values = texts.Select(t => t == zero ? 0 : -1000 * double.Parse(t[2..^1], CultureInfo.InvariantCulture)).ToList();
        return value => lines[0] + ((value - values[0]) * (lines[1] - lines[0]) / (values[1] - values[0]));
    }

    private static void TextsFit(IElement svg, double width)
    {
        foreach (var text in svg.QuerySelectorAll("g:not([transform]) > g > text, svg > g > text"))
        {
            if (text.Closest("[transform]") is not null) continue;
            var (x, half) = (Number(text, "x"), ChartText.WidthOf(text.TextContent) / 2);
            var (left, right) = text.GetAttribute("text-anchor") switch { "middle" => (x - half, x + half), "end" => (x - (2 * half), x), _ => (x, x + (2 * half)) };
            left.ShouldBeGreaterThanOrEqualTo(-1, text.TextContent);
            right.ShouldBeLessThanOrEqualTo(width + 1, text.TextContent);
        }
    }

    private static List<(double X, double Y)> Points(IElement path) =>
        [.. path.GetAttribute("d")!.TrimStart('M').Split('L').Select(p => p.Split(' ')).Select(p => (double.Parse(p[0], CultureInfo.InvariantCulture), double.Parse(p[1], CultureInfo.InvariantCulture)))];

    private static List<string> Head(IRenderedComponent<IComponent> chart) => [.. chart.FindAll("thead th").Select(t => t.TextContent)];

    private static List<string> Cells(IRenderedComponent<IComponent> chart, int row) => [.. chart.FindAll("tbody tr")[row].QuerySelectorAll("td").Select(t => t.TextContent)];

    private static double Number(IElement element, string attribute) => double.Parse(element.GetAttribute(attribute)!, CultureInfo.InvariantCulture);
}
