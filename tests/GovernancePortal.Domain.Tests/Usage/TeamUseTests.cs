using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Domain.Tests.Usage;

public sealed class TeamUseTests
{
    [Fact]
    public void Somebody_in_two_teams_counts_in_each_and_once_above()
    {
        var count = new TeamUseCount([.. Team("a", 0, 12), .. Team("b", 6, 18)], [.. Team("a", 0, 12), .. Team("b", 6, 12)]);

        count.Teams.ShouldBe([new TeamUse("a", 12, 12), new TeamUse("b", 12, 6)]);
        count.Active.ShouldBe(12, "six of them in both");
    }

    [Fact]
    public void A_small_team_and_a_small_count_are_not_told()
    {
        var count = new TeamUseCount([.. Team("few", 0, 4), .. Team("quiet", 10, 20), .. Team("none", 20, 26)], [.. Team("few", 0, 4), .. Team("quiet", 10, 13)]);

        count.Teams.ShouldBe([new TeamUse("few", null, null), new TeamUse("none", 6, 0), new TeamUse("quiet", null, null)]);
        count.Active.ShouldBe(7);
    }

    [Fact]
    public void What_two_overlapping_teams_would_tell_by_their_difference_is_not_told()
    {
        // All of b are in a, and a has one more: the difference is one person.
        var count = new TeamUseCount([.. Team("a", 0, 11), .. Team("b", 0, 10)], [.. Team("a", 0, 11), .. Team("b", 0, 10)]);

        count.Teams.ShouldBe([new TeamUse("a", 11, 11), new TeamUse("b", null, null)]);
    }

    [Fact]
    public void The_count_of_all_is_not_told_where_it_leaves_one_to_four_beside_the_teams()
    {
        var count = new TeamUseCount([.. Team("a", 0, 10), .. Team("few", 20, 22)], [.. Team("a", 0, 10), .. Team("few", 20, 22)]);

        count.Active.ShouldBeNull();
    }

    [Fact]
    public void No_difference_of_two_told_teams_is_of_one_to_four_people()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var sets = Enumerable.Range(0, 6).ToDictionary(t => $"t{t}", _ => Enumerable.Range(0, 20).Where(_ => random.Next(2) == 0).Select(i => $"p{i}").ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
            var pairs = sets.SelectMany(s => s.Value.Select(p => (s.Key, p))).ToList();

            var told = new TeamUseCount(pairs, pairs).Teams.Where(t => t.Members is not null).Select(t => sets[t.Team]).ToList();

            foreach (var one in told)
            {
                foreach (var other in told) one.Except(other, StringComparer.Ordinal).Count().ShouldNotBeInRange(1, 4);
            }
        }
    }

    private static IEnumerable<(string, string)> Team(string name, int from, int to) => Enumerable.Range(from, to - from).Select(i => (name, $"p{i:00}"));
}
