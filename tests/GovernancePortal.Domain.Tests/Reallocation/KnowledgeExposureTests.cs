using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

public sealed class KnowledgeExposureTests
{
    private readonly PersonId _ada = PersonId.New();
    private readonly PersonId _bo = PersonId.New();
    private readonly PersonId _cy = PersonId.New();
    private readonly PersonId _di = PersonId.New();

    [Fact]
    public void A_critical_system_that_falls_below_two_holders_stops()
    {
        var exposure = Of([_ada], System(SystemWeight.Critical, [_ada, _bo]));

        exposure.Stops.ShouldBeTrue();
        exposure.Systems.Single().ShouldSatisfyAllConditions(s => s.Before.ShouldBe(2), s => s.Staying.ShouldBe(1), s => s.Standing.ShouldBe(ExposureStanding.Stops));
        ExposureWords.Sentence(exposure).ShouldBe("payments would have too few who know it: it is critical and has to be handed over first.");
        ExposureWords.Lines(exposure).ShouldBe(["payments (critical): 1 of 2 holders go, 1 holds it afterwards, and it needs 2."]);
    }

    [Theory]
    [InlineData(SystemWeight.Normal)]
    [InlineData(SystemWeight.Unknown)]
    public void What_nobody_called_critical_is_watched_and_stops_nothing(SystemWeight weight)
    {
        var exposure = Of([_ada], System(weight, [_ada]));

        exposure.Stops.ShouldBeFalse();
        exposure.IsThin.ShouldBeTrue();
        exposure.Systems.Single().Standing.ShouldBe(ExposureStanding.Watch);
    }

    [Fact]
    public void Two_who_stay_are_enough()
    {
        var exposure = Of([_ada], System(SystemWeight.Critical, [_ada, _bo, _cy]));

        exposure.Systems.Single().Standing.ShouldBe(ExposureStanding.Holds);
        exposure.IsThin.ShouldBeFalse();
        ExposureWords.Sentence(exposure).ShouldBe("What they know and own, somebody who stays knows and owns as well.");
    }

    [Fact]
    public void A_completed_handover_lifts_the_stop_once_as_many_hold_it_as_needed()
    {
        Of([_ada], System(SystemWeight.Critical, [_ada, _bo], (_ada, _cy))).Systems.Single().ShouldSatisfyAllConditions(s => s.Staying.ShouldBe(2), s => s.Standing.ShouldBe(ExposureStanding.Holds));
        // Whoever alone held it leaves one behind: as thin as before, and no thinner.
        Of([_ada], System(SystemWeight.Critical, [_ada], (_ada, _cy))).Systems.Single().ShouldSatisfyAllConditions(s => s.Before.ShouldBe(1), s => s.Standing.ShouldBe(ExposureStanding.Watch));
    }

    [Fact]
    public void A_handover_that_adds_no_holder_lifts_nothing()
    {
        // To somebody who knew it already, to one receiver for two who go, and to somebody who goes as well.
        Of([_ada], System(SystemWeight.Critical, [_ada, _bo], (_ada, _bo))).Stops.ShouldBeTrue();
        Of([_ada, _bo], System(SystemWeight.Critical, [_ada, _bo], (_ada, _cy), (_bo, _cy))).Stops.ShouldBeTrue();
        Of([_ada, _bo], System(SystemWeight.Critical, [_ada], (_ada, _bo))).Stops.ShouldBeTrue();
    }

    [Fact]
    public void Somebody_to_whom_a_system_was_handed_over_counts_as_a_holder_when_they_go()
    {
        var system = Of([_di], System(SystemWeight.Critical, [_bo], (_ada, _di))).Systems.Single();

        system.Going[_di].ShouldBe(HoldsBy.Handover);
        (system.Before, system.Staying, system.Standing).ShouldBe((2, 1, ExposureStanding.Stops));
    }

    [Fact]
    public void Systems_of_people_who_stay_are_no_matter_and_the_gravest_come_first()
    {
        var exposure = Of([_ada], System(SystemWeight.Unknown, [_ada], name: "a"), System(SystemWeight.Critical, [_ada, _bo], name: "z"), System(SystemWeight.Critical, [_bo], name: "b"));

        exposure.Systems.Select(s => s.Name).ShouldBe(["z", "a"]);
    }

    [Fact]
    public void Critical_pages_come_first_and_are_told_with_counts_alone()
    {
        ExposedPage[] pages = [new(KnowledgePageId.New(), "Alpha", false, _ada), new(KnowledgePageId.New(), "Zulu", true, _ada)];
        var exposure = KnowledgeExposure.Of(new HashSet<PersonId> { _ada }, [], pages) with { PagesOwned = 3, Reviewers = 1 };

        exposure.Pages.Select(p => p.Title).ShouldBe(["Zulu", "Alpha"]);
        ExposureWords.Lines(exposure).ShouldBe(["2 pages of 3 that they own would have no owner and no deputy, 1 of them critical."]);
        ExposureWords.Sentence(exposure).ShouldBe("Nothing stops it, and some of what they know has nobody to follow.");
    }

    [Fact]
    public void Of_nobody_there_is_nothing_to_lose()
    {
        ExposureWords.Sentence(Of([], System(SystemWeight.Critical, [_ada]))).ShouldBe("Nobody goes, so nothing is lost.");
    }

    private static KnowledgeExposure Of(PersonId[] going, params SystemKnowledge[] systems) => KnowledgeExposure.Of(going.ToHashSet(), systems, []);

    private static SystemKnowledge System(SystemWeight weight, PersonId[] holders, params (PersonId From, PersonId To)[] handovers) => System(weight, holders, "payments", handovers);

    private static SystemKnowledge System(SystemWeight weight, PersonId[] holders, string name, params (PersonId From, PersonId To)[] handovers) =>
        new(name, weight, holders.ToDictionary(h => h, _ => HoldsBy.Roster), [.. handovers.Select(h => new PassedOn(h.From, h.To))]);
}
