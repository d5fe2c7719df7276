using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class OwnershipTests
{
    [Fact]
    public void A_new_owner_has_not_accepted_what_the_old_one_did()
    {
        var target = Accepted(deputy: PersonId.New());

        target.Revise(Sample.Terms with { Owner = Sample.Director }).IsSuccess.ShouldBeTrue();

        target.OwnerAcceptedAt.ShouldBeNull();
        target.DeputyAcceptedAt.ShouldBe(Sample.Now, "the deputy is still the same person");
    }

    [Fact]
    public void A_new_deputy_has_not_accepted_what_the_old_one_did()
    {
        var target = Accepted(deputy: PersonId.New());

        target.NameDeputy(PersonId.New()).IsSuccess.ShouldBeTrue();

        target.DeputyAcceptedAt.ShouldBeNull();
        target.OwnerAcceptedAt.ShouldBe(Sample.Now, "the owner is still the same person");
    }

    [Fact]
    public void An_acceptance_outlives_a_change_that_leaves_the_person()
    {
        var deputy = PersonId.New();
        var target = Accepted(deputy);

        target.Revise(Sample.Terms with { TargetValue = 0.7 }).IsSuccess.ShouldBeTrue();
        target.NameDeputy(deputy).IsSuccess.ShouldBeTrue();

        (target.OwnerAcceptedAt, target.DeputyAcceptedAt).ShouldBe((Sample.Now, Sample.Now));
    }

    [Fact]
    public void A_deputy_can_be_taken_off_and_their_acceptance_goes_too()
    {
        var target = Accepted(deputy: PersonId.New());

        target.NameDeputy(null).IsSuccess.ShouldBeTrue();

        (target.Deputy, target.DeputyAcceptedAt).ShouldBe((null, null));
    }

    private static AdoptionTarget Accepted(PersonId deputy)
    {
        var target = Sample.Draft();
        target.NameDeputy(deputy).IsSuccess.ShouldBeTrue();
        target.Accept(Sample.Lead, Sample.Now).IsSuccess.ShouldBeTrue();
        target.Accept(deputy, Sample.Now).IsSuccess.ShouldBeTrue();
        return target;
    }
}
