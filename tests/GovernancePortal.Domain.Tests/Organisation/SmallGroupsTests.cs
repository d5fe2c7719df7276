using CsCheck;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Organisation;

/// <summary>Whoever reads all told units at once and takes them from each other never finds fewer than five people.</summary>
public sealed class SmallGroupsTests
{
    // The root, three units, and two units below each of the first two.
    private static readonly UnitRange[] Units = [new(1, 8), new(2, 4), new(3, 3), new(4, 4), new(5, 7), new(6, 6), new(7, 7), new(8, 8)];

    private static readonly Gen<PlacedAct[]> AnyActs = Gen.Select(Gen.Int[1, 8], Gen.Int[1, 25], Gen.Int[0, 2], (left, person, cell) => new PlacedAct(left, $"p{person}", $"c{cell}")).Array[0, 60];

    [Fact]
    public void No_difference_of_told_units_is_a_small_group_in_any_cell() => AnyActs.Sample(acts =>
    {
        var told = SmallGroups.Tellable(Units, acts).Keys.ToArray();
        return told.All(unit => Differences(unit, told).All(rest => acts.Where(a => rest.Contains(a.Left)).GroupBy(a => a.Cell).All(IsLarge)));
    });

    [Fact]
    public void What_is_left_of_each_told_unit_adds_up_to_all_of_it() => AnyActs.Sample(acts =>
    {
        var told = SmallGroups.Tellable(Units, acts);
        return told.Keys.All(unit => told.Where(t => unit.Covers(t.Key.Left)).Sum(t => t.Value.Count) == acts.Count(a => unit.Covers(a.Left)));
    });

    [Fact]
    public void A_unit_of_five_is_told_and_one_of_four_is_not()
    {
        SmallGroups.Tellable(Units, People(3, 5)).Keys.ShouldBe([new(1, 8), new(2, 4), new(3, 3)]);
        SmallGroups.Tellable(Units, People(3, 4)).ShouldBeEmpty();
    }

    [Fact]
    public void Many_reports_of_one_person_are_one_person() =>
        SmallGroups.Tellable(Units, Enumerable.Repeat(new PlacedAct(3, "p1"), 50)).ShouldBeEmpty();

    [Fact]
    public void A_large_unit_is_hidden_where_it_would_leave_a_small_one_alone()
    {
        // Nine in the whole: six in one unit, three elsewhere. The six and the nine together would show the three.
        SmallGroups.Tellable(Units, [.. People(3, 6), .. People(8, 3)]).Keys.ShouldBe([new(1, 8)]);
        SmallGroups.Tellable(Units, [.. People(3, 6), .. People(8, 5)]).Keys.ShouldBe([new(1, 8), new(2, 4), new(3, 3), new(8, 8)]);
    }

    [Fact]
    public void No_difference_of_told_units_is_a_small_group_whichever_unit_comes_first() =>
        Gen.Select(Gen.Int[0, 12].Array[8], Gen.Shuffle(Units)).Sample((people, order) =>
        {
            var sums = new SubtreeSums(people.Select((count, i) => (i + 1, count)));
            var told = SmallGroups.Tellable(order, sums).ToArray();
            return told.All(unit => Differences(unit, told).All(rest => rest.Sum(left => people[left - 1]) is 0 or >= SmallGroups.Least));
        });

    [Fact]
    public void Who_comes_first_is_told_and_who_would_give_a_small_group_away_is_not()
    {
        var people = new SubtreeSums([(1, 2), (3, 6), (4, 6)]);

        SmallGroups.Tellable([new(1, 8), new(3, 3), new(4, 4)], people).ShouldBe([new(1, 8), new(3, 3)], ignoreOrder: true);
        SmallGroups.Tellable([new(3, 3), new(4, 4), new(1, 8)], people).ShouldBe([new(3, 3), new(4, 4)], ignoreOrder: true);
        SmallGroups.Tellable([new(1, 8), new(2, 4)], people).ShouldBe([new(1, 8)]);
    }

    private static PlacedAct[] People(int left, int count) => [.. Enumerable.Range(1, count).Select(n => new PlacedAct(left, $"{left}-{n}"))];

    private static bool IsLarge(IEnumerable<PlacedAct> acts) => acts.Select(a => a.Person).Distinct().Count() >= SmallGroups.Least;

    /// <summary>The places that are left of a unit when any of the disjoint told units within it are taken away.</summary>
    private static IEnumerable<HashSet<int>> Differences(UnitRange unit, UnitRange[] told)
    {
        var within = told.Where(t => t != unit && unit.Covers(t.Left)).ToArray();
        for (var choice = 0; choice < 1 << within.Length; choice++)
        {
            var taken = within.Where((_, i) => (choice & (1 << i)) != 0).ToArray();
            yield return [.. Enumerable.Range(unit.Left, unit.Right - unit.Left + 1).Where(left => !Array.Exists(taken, t => t.Covers(left)))];
        }
    }
}
