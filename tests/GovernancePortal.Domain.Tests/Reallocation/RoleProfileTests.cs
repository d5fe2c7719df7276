using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

public sealed class RoleProfileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly RoleTerms Terms = new(" AI change vetter ", WorkKind.AiChangeVetter, Level.Senior)
    {
        Skills = [new("Code review", 4, 2, IsMandatory: true, 0.75), new("Threat modelling", 2)],
        Knowledge = new Dictionary<string, double>(StringComparer.Ordinal) { ["pricing-engine"] = 2, ["ledger"] = 1 },
        MinKnowledge = 0.2,
        Locations = ["Leeds", " Leeds "],
        PayProtectedMonths = 12,
    };

    [Fact]
    public void What_is_stored_becomes_the_role_of_a_match()
    {
        var role = RoleProfile.Draft(Terms, Now).Value;
        var work = role.ToWorkRole(3);

        work.Id.ShouldBe(role.Id.Value.ToString());
        (work.Title, work.Level, work.Seats, work.MinKnowledge, work.MaxTrainingMonths).ShouldBe(("AI change vetter", Level.Senior, 3, 0.2, 4));
        work.Skills.ShouldBe(Terms.Skills);
        work.Knowledge["pricing-engine"].ShouldBe(2);
        work.Locations.ShouldBe(["Leeds"]);
        role.IsPayProtected.ShouldBeTrue();
    }

    [Fact]
    public void Every_figure_has_its_bounds()
    {
        var wrong = Terms with
        {
            Title = "",
            Level = Level.Unknown,
            Skills = [new("Code review", 6), new("code review", 2)],
            Knowledge = new Dictionary<string, double>(StringComparer.Ordinal) { ["ledger"] = double.NaN },
            MinKnowledge = 1.1,
            MaxTrainingMonths = 0,
            PayProtectedMonths = -1,
        };

        RoleProfile.Draft(wrong, Now).Error!.Fields.Select(f => f.Field).ShouldBe(["Title", "Level", "Skills", "Skills", "Knowledge", "MinKnowledge", "MaxTrainingMonths", "PayProtectedMonths"]);
    }

    [Fact]
    public void It_is_published_once_and_retired_with_a_reason()
    {
        var role = RoleProfile.Draft(Terms, Now).Value;

        role.Publish().IsSuccess.ShouldBeTrue();
        role.Publish().Error.ShouldBe(RoleErrors.PublishedAlready);
        role.Retire("").IsSuccess.ShouldBeFalse();
        role.Retire("Done by another role.").IsSuccess.ShouldBeTrue();
        role.Revise(Terms).Error.ShouldBe(RoleErrors.Retired);
        role.Publish().Error.ShouldBe(RoleErrors.Retired);
    }

    [Fact]
    public void Seats_need_an_argument_and_no_more_are_approved_than_were_argued_for()
    {
        var seats = new RoleSeats(RoleProfileId.New(), new UnitId(Guid.NewGuid()));

        seats.Ask(-1, "", new(2026, 11, 2), "user:1").Error!.Fields.Select(f => f.Field).ShouldBe(["Seats", "Argument"]);
        seats.Ask(4, "Reviewers are busy 96% of their hours.", new(2026, 11, 2), "user:1").IsSuccess.ShouldBeTrue();
        seats.Usable.ShouldBe(4);
        seats.Approve(5, "user:2", Now).IsSuccess.ShouldBeFalse();
        seats.Approve(3, "user:2", Now).IsSuccess.ShouldBeTrue();
        seats.Usable.ShouldBe(3);
        seats.Ask(6, "More changes came.", new(2026, 11, 9), "user:1");
        seats.Approved.ShouldBeNull();
    }

    [Fact]
    public void The_newest_statement_of_a_skill_counts_and_of_one_day_the_leads()
    {
        var ada = PersonId.New();
        SkillLevel Said(string skill, SkillSource source, double level, int day)
        {
            var said = new SkillLevel(ada, skill, source);
            said.State(level, new(2026, 11, day)).IsSuccess.ShouldBeTrue();
            return said;
        }

        var counting = SkillLevel.Counting([Said("SQL", SkillSource.Lead, 2, 1), Said("sql", SkillSource.Self, 3, 5), Said("Testing", SkillSource.Self, 5, 2), Said("Testing", SkillSource.Lead, 4, 2)]);

        counting["SQL"].ShouldBe(3);
        counting["testing"].ShouldBe(4);
        new SkillLevel(ada, "SQL", SkillSource.Self).State(5.1, new(2026, 11, 1)).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public void A_handover_is_done_when_its_receiver_says_so()
    {
        var (giver, receiver) = (PersonId.New(), PersonId.New());
        Handover.Agree(null, HandoverKind.System, "", giver, giver, new(2026, 11, 1), Now).Error!.Fields.Select(f => f.Field).ShouldBe(["Subject", "To", "Due"]);
        var one = Handover.Agree(null, HandoverKind.System, "ledger", giver, receiver, new(2026, 11, 20), Now).Value;

        one.Complete(giver, "", Now).Error.ShouldBe(HandoverErrors.NotReceiver);
        one.IsLateOn(new(2026, 11, 21)).ShouldBeTrue();
        one.Complete(receiver, "Ran the month end alone.", Now).IsSuccess.ShouldBeTrue();
        one.State.ShouldBe(HandoverState.Done);
        one.Drop("Too late", Now).Error.ShouldBe(HandoverErrors.Over);
    }
}
