using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class StaffCellTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void People_summed_up_give_what_listing_everybody_gives(int seed)
    {
        var listed = People(new Random(seed), 3000);
        var builder = new StaffCellBuilder();
        foreach (var person in listed) builder.Add(person);
        var cells = builder.Cells();
        cells.Count.ShouldBeLessThan(2000);

        var (one, other) = (Input(listed), Input(cells));
        var (everybody, summed) = (ScenarioReport.Of(one, 40, 5), ScenarioReport.Of(other, 40, 5));

        summed.Outcome.Staff.Headcount.ShouldBe(3000);
        Near(summed.Outcome.Staff.Severance, everybody.Outcome.Staff.Severance);
        Near(summed.Outcome.Staff.KnowledgeShare, everybody.Outcome.Staff.KnowledgeShare);
        foreach (var (cell, person) in summed.Outcome.Policies.Zip(everybody.Outcome.Policies))
            foreach (var (month, expected) in cell.Months.Zip(person.Months)) Near(month.CumulativeDiscounted, expected.CumulativeDiscounted);
        foreach (var (cell, person) in summed.MonteCarlo.Policies.Zip(everybody.MonteCarlo.Policies)) Near(cell.NpvP10, person.NpvP10);
    }

    [Fact]
    public void People_alike_but_for_pay_are_one_cell_with_the_mean_and_nothing_else_stated()
    {
        var builder = new StaffCellBuilder();
        builder.Add(new StaffCell(Level.Mid, 80_000, 4, true));
        builder.Add(new StaffCell(Level.Mid, 100_000, 4, true) { Count = 3 });
        builder.Add(new StaffCell(Level.Mid, 1, 4, true) { Count = 0 });

        builder.Cells().ShouldHaveSingleItem().ShouldBe(new StaffCell(Level.Mid, 95_000, 4, true) { Count = 4 });
    }

    [Fact]
    public void Groups_hold_five_people_and_keep_every_sum_but_the_cap()
    {
        var listed = People(new Random(4), 400);

        var groups = StaffCellBuilder.InGroups(listed)!;

        groups.ShouldAllBe(g => g.Count >= SmallGroups.Least);
        groups.Count.ShouldBeLessThan(listed.Count / 4);
        var (totals, expected) = (Totals(groups), Totals(listed));
        (totals.Headcount, totals.Displaced).ShouldBe((expected.Headcount, expected.Displaced));
        Near(totals.Payroll, expected.Payroll);
        Near(totals.DisplacedPayroll, expected.DisplacedPayroll);
        Near(totals.KnowledgeShare, expected.KnowledgeShare);
        totals.Severance.ShouldBe(expected.Severance, 0.02 * expected.Severance);
    }

    [Theory]
    [InlineData(4, 20, true)]
    [InlineData(5, 20, false)]
    [InlineData(20, 4, true)]
    [InlineData(0, 20, false)]
    [InlineData(20, 0, false)]
    [InlineData(0, 3, true)]
    public void A_handful_of_displaced_or_staying_people_makes_no_groups(int displaced, int staying, bool isFew)
    {
        StaffCell[] cells = [new(Level.Mid, 90_000, 3, true) { Count = displaced }, new(Level.Mid, 90_000, 3, false) { Count = staying }];

        StaffCellBuilder.IsFew(cells).ShouldBe(isFew);
        (StaffCellBuilder.InGroups(cells) is null).ShouldBe(isFew);
    }

    private static List<StaffCell> People(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new StaffCell((Level)random.Next(1, 5), 40_000 + random.Next(160_000) + random.NextDouble(), random.Next(0, 360) / 12.0, random.Next(8) == 0))];

    private static ScenarioInput Input(IReadOnlyList<StaffCell> staff) => new() { HorizonMonths = 24, AnnualRevenue = 400_000_000, Staff = staff };

    private static StaffTotals Totals(IReadOnlyList<StaffCell> staff) => ScenarioModel.Evaluate(Input(staff)).Staff;

    private static void Near(double was, double should) => was.ShouldBe(should, Math.Max(1e-6, 1e-11 * Math.Abs(should)));
}
