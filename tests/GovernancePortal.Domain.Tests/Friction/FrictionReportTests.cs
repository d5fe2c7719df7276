using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Friction;

public sealed class FrictionReportTests
{
    [Fact]
    public void Periods_follow_each_other_without_a_gap()
    {
        var day = new DateOnly(2023, 11, 1);
        for (var i = 0; i < 1500; i++, day = day.AddDays(1))
        {
            var period = FrictionPeriod.Of(day);
            (period.From <= day && day <= period.To).ShouldBeTrue();
            FrictionPeriod.Of(period.To.AddDays(1)).Number.ShouldBe(period.Number + 1);
        }
    }

    [Fact]
    public void A_mark_is_the_same_within_a_key_and_tells_nothing_without_it()
    {
        var (person, other) = (PersonId.New(), PersonId.New());

        FrictionReport.MarkOf([1, 2, 3], person).ShouldBe(FrictionReport.MarkOf([1, 2, 3], person));
        FrictionReport.MarkOf([1, 2, 3], person).ShouldNotBe(FrictionReport.MarkOf([1, 2, 3], other));
        FrictionReport.MarkOf([1, 2, 3], person).ShouldNotBe(FrictionReport.MarkOf([1, 2, 4], person));
        FrictionReport.MarkOf([1, 2, 3], person).Length.ShouldBe(FrictionReport.MarkLength);
    }
}
