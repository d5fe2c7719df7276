using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Incidents;

public sealed class IncidentTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 13, 17, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Manager = PersonId.New();
    private static readonly PersonId Director = PersonId.New();
    private static readonly PersonId Auditor = PersonId.New();

    private static readonly IncidentFacts Outage = new("Checkout outage", 1, UnitId.New(), Now.AddHours(-8), Now.AddHours(-8), Now.AddHours(-2), "checkout, payments");

    private static readonly Cause Advice = new(
        AiInvolvement.ActedOnAdvice,
        ButFor.WouldNotHaveHappened,
        "The engineer had not run a failover before and would have paged the payments team.",
        ContributingFactors.StalePage | ContributingFactors.MissingReview,
        "A person acted on AI advice that quoted a stale runbook.");

    private static readonly Cause HumanError = Advice with { Involvement = AiInvolvement.NotAi, ButFor = ButFor.Unanswered, ButForWords = "", Words = "Human error." };

    [Fact]
    public void A_person_who_acted_on_advice_is_AI_related_and_nothing_is_without_an_answer()
    {
        var incident = Reported();
        incident.IsAiRelated.ShouldBeFalse();
        incident.State.ShouldBe(IncidentState.Reported);

        incident.Attribute(Advice, "", Manager, Now).IsSuccess.ShouldBeTrue();

        incident.IsAiRelated.ShouldBeTrue();
        (incident.State, incident.AiInvolvement, incident.Factors).ShouldBe((IncidentState.Open, AiInvolvement.ActedOnAdvice, Advice.Factors));
        AiInvolvement.Unknown.IsAiRelated().ShouldBeFalse();
        AiInvolvement.StaleSource.IsAiRelated().ShouldBeTrue();
    }

    [Fact]
    public void Taking_AI_out_waits_for_a_second_person_and_what_stood_there_stays_in_force_until_then()
    {
        var incident = Attributed();

        var version = incident.Attribute(HumanError, "Wording for the board note.", Director, Now.AddDays(3)).Value;

        (version.NeedsAgreement, version.State, incident.InForce!.Number).ShouldBe((true, AttributionState.Waiting, 1));
        incident.AiInvolvement.ShouldBe(AiInvolvement.ActedOnAdvice);
        incident.AgreeToAttribution(2, Director, Now.AddDays(3)).Error.ShouldBe(IncidentErrors.SamePerson);
        incident.Attribute(Advice with { Words = "Another." }, "Because.", Manager, Now).Error.ShouldBe(IncidentErrors.AnotherWaits);

        incident.RefuseAttribution(2, "The session log shows the advice.", Auditor, Now.AddDays(3)).IsSuccess.ShouldBeTrue();

        incident.Attributions.Select(a => a.State).ShouldBe([AttributionState.Refused, AttributionState.InForce]);
        incident.Attributions[0].Words.ShouldBe("Human error.", "what was refused stays readable");
        incident.AiInvolvement.ShouldBe(AiInvolvement.ActedOnAdvice);
    }

    [Fact]
    public void With_a_second_person_the_version_before_is_struck_and_still_readable()
    {
        var incident = Attributed();
        incident.Attribute(HumanError, "The log was of another session.", Director, Now.AddDays(3)).IsSuccess.ShouldBeTrue();

        incident.AgreeToAttribution(2, Auditor, Now.AddDays(4)).IsSuccess.ShouldBeTrue();

        incident.AiInvolvement.ShouldBe(AiInvolvement.NotAi);
        incident.Attributions.Select(a => (a.State, a.DecidedBy)).ShouldBe([(AttributionState.InForce, (PersonId?)Auditor), (AttributionState.Struck, null)]);
        incident.Attributions[1].Cause.ShouldBe(Advice);
        incident.AgreeToAttribution(2, Auditor, Now).Error.ShouldBe(IncidentErrors.NotWaiting);
    }

    [Fact]
    public void Whoever_writes_a_version_may_let_it_wait_although_it_takes_nothing_out()
    {
        var incident = Reported();

        incident.Attribute(Advice, "", Manager, Now, askSecond: true).Value.State.ShouldBe(AttributionState.Waiting);
        (incident.State, incident.AiInvolvement).ShouldBe((IncidentState.Reported, AiInvolvement.Unknown));
        incident.AgreeToAttribution(1, Auditor, Now).IsSuccess.ShouldBeTrue();

        (incident.State, incident.AiInvolvement, incident.InForce!.Number).ShouldBe((IncidentState.Open, AiInvolvement.ActedOnAdvice, 1));
    }

    [Theory]
    [InlineData("INC-0232", 232)]
    [InlineData("INC-12345", 12345)]
    [InlineData("INC-99999999999", 0)]
    [InlineData("INC-", 0)]
    [InlineData("OPS-7", 0)]
    public void The_next_number_follows_the_highest_and_not_what_was_brought_along(string number, int serial)
    {
        Incident.Report(number, Outage, Manager, Now).Value.Serial.ShouldBe(serial);
        Incident.NumberAfter(0).ShouldBe("INC-0001");
        Incident.NumberAfter(9999).ShouldBe("INC-10000");
    }

    [Theory]
    [InlineData(AiInvolvement.ActedOnAdvice, ButFor.WouldNotHaveHappened, AiInvolvement.Unknown, ButFor.WouldNotHaveHappened, true)]
    [InlineData(AiInvolvement.ActedOnAdvice, ButFor.WouldNotHaveHappened, AiInvolvement.StaleSource, ButFor.WouldNotHaveHappened, false)]
    [InlineData(AiInvolvement.ActedOnAdvice, ButFor.WouldNotHaveHappened, AiInvolvement.ActedOnAdvice, ButFor.WouldHaveHappened, true)]
    [InlineData(AiInvolvement.ActedOnAdvice, ButFor.Unanswered, AiInvolvement.ActedOnAdvice, ButFor.WouldHaveHappened, false)]
    [InlineData(AiInvolvement.Unknown, ButFor.Unanswered, AiInvolvement.NotAi, ButFor.Unanswered, false)]
    [InlineData(AiInvolvement.NotAi, ButFor.Unanswered, AiInvolvement.ActedAlone, ButFor.Unanswered, false)]
    public void Only_what_takes_AI_out_needs_agreement(AiInvolvement before, ButFor beforeBut, AiInvolvement after, ButFor afterBut, bool needs) =>
        (Advice with { Involvement = before, ButFor = beforeBut }).LosesAiIn(Advice with { Involvement = after, ButFor = afterBut }).ShouldBe(needs);

    [Fact]
    public void A_version_needs_a_reason_and_something_new()
    {
        var incident = Attributed();

        incident.Attribute(Advice with { Words = "More is known." }, " ", Manager, Now).Error.ShouldBe(IncidentErrors.ReasonMissing);
        incident.Attribute(Advice with { Words = $" {Advice.Words} " }, "Again.", Manager, Now).Error.ShouldBe(IncidentErrors.NothingNew);
        incident.Attribute(Advice with { Words = " ", ButForWords = "" }, "Again.", Manager, Now).Error!.Fields.Select(f => f.Field).ShouldBe(["Words", "ButForWords"]);
        incident.Attributions.Count.ShouldBe(1);
    }

    [Fact]
    public void Closing_needs_causes_answered_and_follow_ups_done()
    {
        var incident = Incident.Report("INC-0232", Outage with { EndedAt = null }, Manager, Now).Value;
        incident.Missing().Select(m => m.Field).ShouldBe(["EndedAt", "Attributions", "Actions"]);
        incident.Attribute(Advice with { Involvement = AiInvolvement.Unknown, ButFor = ButFor.Unanswered, Factors = ContributingFactors.None }, "", Manager, Now).IsSuccess.ShouldBeTrue();
        incident.Correct(Outage, "It is over.", Manager, Now).IsSuccess.ShouldBeTrue();
        incident.Missing().Select(m => m.Field).ShouldBe(["Involvement", "Factors", "Actions"]);

        incident.Attribute(Advice, "The session log was read.", Manager, Now).IsSuccess.ShouldBeTrue();
        var done = incident.Place("Second owner for all runbooks", Director, new DateOnly(2026, 12, 11), Now).Value;
        var dropped = incident.Place("Turn the agent off", Director, new DateOnly(2026, 12, 11), Now).Value;
        incident.Close(Manager, Now).Error!.Message.ShouldContain("2 follow-ups are open.");
        incident.Complete(done.Id, Director, Now).IsSuccess.ShouldBeTrue();
        incident.Drop(dropped.Id, "It was replaced.", Director, Now).IsSuccess.ShouldBeTrue();

        incident.Close(Manager, Now).IsSuccess.ShouldBeTrue();

        incident.Attribute(HumanError, "Later.", Director, Now).Error.ShouldBe(IncidentErrors.Closed);
        incident.Correct(Outage with { Severity = 4 }, "Later.", Director, Now).Error.ShouldBe(IncidentErrors.Closed);
        incident.Reopen("New facts.", Director, Now).IsSuccess.ShouldBeTrue();
        (incident.State, incident.Events.Single().Words).ShouldBe((IncidentState.Open, "Opened again: New facts."));
    }

    [Fact]
    public void Facts_are_corrected_with_a_reason_and_what_stood_before_stays()
    {
        var incident = Reported();

        incident.Correct(Outage with { Severity = 2, Loss = 412_000 }, "Finance counted.", Director, Now).IsSuccess.ShouldBeTrue();

        (incident.Severity, incident.Loss).ShouldBe((2, 412_000m));
        var correction = incident.Corrections.Single();
        (correction.Before, correction.Reason, correction.By).ShouldBe((Outage, "Finance counted.", Director));
        incident.Correct(incident.Facts, "Again.", Director, Now).Error.ShouldBe(IncidentErrors.NothingNew);
    }

    [Fact]
    public void Times_that_contradict_each_other_are_told_at_their_place()
    {
        var wrong = Outage with { DetectedAt = Outage.StartedAt.AddMinutes(-1), EndedAt = Outage.StartedAt.AddMinutes(-1), Title = " ", Severity = 5, CustomersAffected = -1 };

        Incident.Report("INC-1", wrong, Manager, Now).Error!.Fields.Select(f => f.Field).ShouldBe(["Title", "Severity", "DetectedAt", "EndedAt", "CustomersAffected"]);
        Incident.Report("INC-1", Outage with { StartedAt = Now.AddHours(1), DetectedAt = null, EndedAt = null }, Manager, Now).Error!.Fields.Single().Field.ShouldBe("StartedAt");
        Incident.Report("INC-1", Outage with { DetectedAt = Outage.EndedAt!.Value.AddHours(1) }, Manager, Now).IsSuccess.ShouldBeTrue("some are noticed afterwards");
    }

    [Fact]
    public void An_entry_of_the_timeline_is_struck_and_stays()
    {
        var incident = Reported();
        var entry = incident.Tell(Now.AddHours(-7), "Severity 1 declared", Manager, Now).Value;

        incident.Strike(entry.Id, "It was severity 2.", Director, Now).IsSuccess.ShouldBeTrue();

        incident.Events.Single().StruckReason.ShouldBe("It was severity 2.");
        incident.Strike(entry.Id, "Again.", Director, Now).Error.ShouldBe(IncidentErrors.NoSuchEntry);
        incident.Tell(Now.AddHours(1), "Later", Manager, Now).Error!.Fields.Single().Field.ShouldBe("At");
        incident.Link(IncidentLinkKind.Change, "shop/checkout#812", "", Manager, Now).IsSuccess.ShouldBeTrue();
        incident.Link(IncidentLinkKind.Change, " shop/checkout#812", "", Manager, Now).Error.ShouldBe(IncidentErrors.LinkedAlready);
    }

    [Fact]
    public void Minutes_are_weighted_and_cut_at_the_window()
    {
        var (from, until) = (Now.AddDays(-28), Now);

        IncidentImpact.Minutes(1, Now.AddHours(-8), Now.AddHours(-2), from, until).ShouldBe(720);
        IncidentImpact.Minutes(2, Now.AddHours(-1), endedAt: null, from, until).ShouldBe(60, "what goes on counts up to now");
        IncidentImpact.Minutes(2, from.AddHours(-1), from.AddHours(1), from, until).ShouldBe(60);
        IncidentImpact.Minutes(3, Now.AddHours(-4), Now, from, until).ShouldBe(60);
        IncidentImpact.Minutes(4, Now.AddHours(-4), Now, from, until).ShouldBe(0);
        IncidentImpact.Minutes(1, from.AddHours(-2), from.AddHours(-1), from, until).ShouldBe(0);
    }

    [Fact]
    public void The_levels_of_autonomy_map_there_and_back()
    {
        AiInvolvement.ActedAlone.Autonomy().ShouldBe(CsetAutonomy.Fully);
        AiInvolvement.ActedOnAdvice.Autonomy().ShouldBe(CsetAutonomy.InTheLoop);
        AiInvolvement.NotAi.Autonomy().ShouldBe(CsetAutonomy.Unclear);
        foreach (var level in Enum.GetValues<CsetAutonomy>().Except([CsetAutonomy.OnTheLoop])) level.Involvement().Autonomy().ShouldBe(level);
    }

    [Fact]
    public void Whatever_is_proposed_and_decided_one_version_is_in_force_and_none_is_lost()
    {
        var random = new Random(11);
        var incident = Attributed();
        PersonId[] people = [Manager, Director, Auditor];
        var written = 1;
        for (var i = 0; i < 500; i++)
        {
            var (by, before) = (people[random.Next(3)], incident.AiInvolvement);
            if (incident.Waiting is { } waiting)
            {
                var isAgreed = random.Next(2) == 0;
                var answer = isAgreed ? incident.AgreeToAttribution(waiting.Number, by, Now) : incident.RefuseAttribution(waiting.Number, "No.", by, Now);
                answer.IsSuccess.ShouldBe(by != waiting.ProposedBy);
            }
            else
            {
                var cause = Advice with { Involvement = (AiInvolvement)random.Next(6), Words = $"Cause {i}" };
                incident.Attribute(cause, "Because.", by, Now).IsSuccess.ShouldBeTrue();
                written++;
                if (before.IsAiRelated() && !cause.IsAiRelated) incident.AiInvolvement.ShouldBe(before, "one person alone does not take AI out");
            }

            incident.Attributions.Count(a => a.State == AttributionState.InForce).ShouldBe(1);
            incident.Attributions.Count.ShouldBe(written);
            incident.AiInvolvement.ShouldBe(incident.InForce!.Involvement);
        }
    }

    private static Incident Reported() => Incident.Report("INC-0232", Outage, Manager, Now).Value;

    private static Incident Attributed()
    {
        var incident = Reported();
        incident.Attribute(Advice, "", Manager, Now).IsSuccess.ShouldBeTrue();
        return incident;
    }
}
