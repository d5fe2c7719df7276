using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Organisation;

public sealed class SubtreeSumsTests
{
    [Fact]
    public void A_range_holds_what_its_units_add_up_to()
    {
        var random = new Random(5);
        for (var run = 0; run < 200; run++)
        {
            var figures = Enumerable.Range(0, random.Next(30)).Select(_ => (Left: random.Next(1, 40), Figure: random.Next(0, 9))).ToList();
            var sums = new SubtreeSums(figures);
            var left = random.Next(1, 40);
            var range = new UnitRange(left, left + random.Next(0, 40));

            sums.Within(range).ShouldBe(figures.Where(f => range.Covers(f.Left)).Sum(f => f.Figure));
        }
    }

    [Fact]
    public void The_whole_is_everything() => new SubtreeSums([(1, 2), (3, 4)]).Within(new UnitRange(UnitTree.RootLeft, int.MaxValue)).ShouldBe(6);
}
