using System.Text;
using System.Text.Json;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tests.Knowledge;

public sealed class KnowledgePageTests
{
    private const string First = "c81e728d9d4c2f636f067f89cc14862c65f4d2e3c0b4fbb2e9e4a7d1f2a3b4c5";
    private const string Second = "eccbc87e4b5ce2fe28308fd9f2a7baf3c65f4d2e3c0b4fbb2e9e4a7d1f2a3b4c";

    private static readonly DateTimeOffset Now = new(2026, 10, 13, 16, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 10, 13);
    private static readonly PersonId Owner = PersonId.New();

    [Fact]
    public void Only_a_page_that_was_verified_in_time_and_has_an_owner_is_read_by_agents()
    {
        var page = Page();
        page.StateOn(Today).ShouldBe(PageState.Unverified);
        page.Verify(First, Owner, Today).IsSuccess.ShouldBeTrue();

        page.StateOn(Today).ShouldBe(PageState.Fresh);
        page.MayBeReadByAgentsOn(Today).ShouldBeTrue();
        page.DueOn.ShouldBe(new DateOnly(2027, 1, 13));
        page.StateOn(new DateOnly(2027, 1, 13)).ShouldBe(PageState.Fresh, "the last day counts");
        page.StateOn(new DateOnly(2027, 1, 14)).ShouldBe(PageState.Overdue);
        page.Change(page.Facts with { Owner = null }).Value.ShouldBeTrue();
        page.StateOn(Today).ShouldBe(PageState.Unowned);
        page.Change(page.Facts with { Owner = Owner, IsAgentReadable = false }).Value.ShouldBeTrue();
        (page.StateOn(Today), page.MayBeReadByAgentsOn(Today)).ShouldBe((PageState.Fresh, false));
        page.Change(page.Facts).Value.ShouldBeFalse("nothing new");
    }

    [Fact]
    public void What_agents_are_told_of_it_follows_everything_that_changes_it()
    {
        var page = KnowledgePage.Register("wiki", "/runbooks/\"älter\"", new PageFacts("Läuft\\ & <b>", null, Owner, Interval: new ReviewInterval(3, IntervalUnit.Month)), Now).Value;
        Told().ShouldBe(("wiki", "/runbooks/\"älter\"", "Läuft\\ & <b>", "Normal", null, null, null));

        page.SeeVersion(First).ShouldBeTrue();
        page.Verify(First, Owner, Today).IsSuccess.ShouldBeTrue();
        Told().ShouldBe(("wiki", "/runbooks/\"älter\"", "Läuft\\ & <b>", "Normal", First, "2026-10-13", "2027-01-13"));
        page.Change(page.Facts with { Title = "Runs", Criticality = Criticality.High, Interval = new ReviewInterval(1, IntervalUnit.Month) }).Value.ShouldBeTrue();
        page.SeeVersion(Second).ShouldBeTrue();
        Told().ShouldBe(("wiki", "/runbooks/\"älter\"", "Runs", "High", Second, "2026-10-13", "2026-11-13"));
        page.TakeReview(Today.AddDays(1)).ShouldBeTrue();
        Told().VerifiedOn.ShouldBe("2026-10-14");

        (string? System, string? Url, string? Title, string? Criticality, string? Hash, string? VerifiedOn, string? Until) Told()
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(page.Entry) + "}");
            var root = json.RootElement;
            root.GetProperty("id").GetGuid().ShouldBe(page.Id.Value);
            return (Text("system"), Text("url"), Text("title"), Text("criticality"), Text("contentHash"), Text("verifiedOn"), Text("verifiedUntil"));

            string? Text(string name) => root.GetProperty(name).GetString();
        }
    }

    [Fact]
    public void The_longest_page_has_room()
    {
        var page = KnowledgePage.Register(new string('ü', KnowledgePage.SystemMaxLength), new string('ü', KnowledgePage.UrlMaxLength), new PageFacts(new string('ü', KnowledgePage.TitleMaxLength), null, Owner), Now).Value;
        page.SeeVersion(First).ShouldBeTrue();

        page.Entry.Length.ShouldBeLessThan(PageEntry.MaxLength);
    }

    [Fact]
    public void An_edit_after_the_verification_voids_it_and_an_edit_back_does_not_pretend()
    {
        var page = Page();
        page.Verify(First, Owner, Today).IsSuccess.ShouldBeTrue();

        page.SeeVersion(Second).ShouldBeTrue();
        page.StateOn(Today).ShouldBe(PageState.Edited);
        page.Verify(First, Owner, Today).Error.ShouldBe(KnowledgeErrors.EditedMeanwhile, "another version was read");
        page.SeeVersion(Second.ToUpperInvariant()).ShouldBeFalse();

        page.Verify(Second, Owner, Today).IsSuccess.ShouldBeTrue();
        page.StateOn(Today).ShouldBe(PageState.Fresh);
    }

    [Fact]
    public void A_page_without_review_data_is_never_fresh()
    {
        var page = KnowledgePage.Register("manual", "graphql.html", new PageFacts("GraphQL", Owner: Owner), Now).Value;
        page.SeeVersion(First);

        page.StateOn(Today).ShouldBe(PageState.Unverified);
        page.Verify(First, Owner, Today).Error.ShouldBe(KnowledgeErrors.NoInterval);
        page.TakeReview(Today);
        page.StateOn(Today).ShouldBe(PageState.Unverified);
    }

    [Fact]
    public void Quarantine_withholds_at_once_and_only_a_verification_lifts_it()
    {
        var page = Page();
        page.Verify(First, Owner, Today).IsSuccess.ShouldBeTrue();

        page.Quarantine(" ", Now).Error.ShouldBe(KnowledgeErrors.ReasonMissing);
        page.Quarantine("It named a region that was retired in March.", Now).IsSuccess.ShouldBeTrue();
        page.StateOn(Today).ShouldBe(PageState.Quarantined);
        page.Quarantine("Again.", Now).Error.ShouldBe(KnowledgeErrors.QuarantinedAlready);
        page.TakeReview(Today.AddDays(1));
        page.StateOn(Today).ShouldBe(PageState.Quarantined, "a source that states a review does not lift it");

        page.Verify(First, Owner, Today).IsSuccess.ShouldBeTrue();
        page.StateOn(Today).ShouldBe(PageState.Fresh);
        page.Withdraw("Replaced.", Now).IsSuccess.ShouldBeTrue();
        page.StateOn(Today).ShouldBe(PageState.Withdrawn);
        page.Verify(First, Owner, Today).Error.ShouldBe(KnowledgeErrors.Withdrawn);
    }

    [Fact]
    public void A_stated_review_does_not_take_the_place_of_a_later_verification_by_a_person()
    {
        var page = Page();
        page.TakeReview(Today.AddDays(-10));
        page.VerifiedOn.ShouldBe(Today.AddDays(-10));
        page.Verify(First, Owner, Today).IsSuccess.ShouldBeTrue();

        page.TakeReview(Today.AddDays(-5));

        (page.VerifiedOn, page.VerifiedBy).ShouldBe((Today, Owner));
    }

    [Fact]
    public void An_edited_text_that_still_states_its_old_review_stays_edited()
    {
        var page = Page();
        page.TakeReview(Today.AddDays(-10)).ShouldBeTrue();
        page.StateOn(Today).ShouldBe(PageState.Fresh);

        page.SeeVersion(Second).ShouldBeTrue();
        page.TakeReview(Today.AddDays(-10)).ShouldBeFalse();
        page.StateOn(Today).ShouldBe(PageState.Edited);
        page.TakeReview(Today.AddDays(-9)).ShouldBeTrue();
        page.StateOn(Today).ShouldBe(PageState.Fresh);
        page.StateOn(Today, ownerIsHere: false).ShouldBe(PageState.Unowned);
    }

    [Fact]
    public void What_is_wrong_is_told_at_its_place()
    {
        var wrong = new PageFacts(" ", Owner: Owner, Deputy: Owner, Criticality: (Criticality)9);

        KnowledgePage.Register(" ", new string('x', KnowledgePage.UrlMaxLength + 1), wrong, Now).Error!.Fields.Select(f => f.Field).ShouldBe(["System", "Url", "Title", "Criticality", "Deputy"]);
    }

    [Theory]
    [InlineData("6 months", "2018-08-31", "2019-02-28")]
    [InlineData("6 months", "2019-10-07", "2020-04-07")]
    [InlineData("1 year", "2020-06-04", "2021-06-04")]
    [InlineData("1 year", "2020-02-29", "2021-02-28")]
    [InlineData("3 months", "2020-09-17", "2020-12-17")]
    [InlineData("2 weeks", "2020-12-25", "2021-01-08")]
    [InlineData("90 Days", "2026-01-01", "2026-04-01")]
    public void An_interval_is_counted_in_calendar_units(string text, string reviewed, string due)
    {
        ReviewInterval.TryParse(text, out var interval).ShouldBeTrue();

        interval.DueAfter(DateOnly.Parse(reviewed, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
        ReviewInterval.TryParse(interval.ToString(), out var again).ShouldBeTrue();
        again.ShouldBe(interval);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0 months")]
    [InlineData("-1 days")]
    [InlineData("1.5 years")]
    [InlineData("6 moons")]
    [InlineData("99999 years")]
    public void What_is_no_interval_is_none(string text) => ReviewInterval.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Front_matter_is_read_with_its_quotes_and_comments()
    {
        var head = FrontMatter.Read("---\nowner_slack: \"#re-govuk\"\ntitle: 'Don''t panic: read on'\nsection: Alerts # old\nempty: #nothing\nlist:\n  - a: b\nlast_reviewed_on: 2019-10-07\nreview_in: 6 months\n---\n\n# Text\ntitle: not this\n")!;

        (head["owner_slack"], head["title"], head["section"], head["empty"]).ShouldBe(("#re-govuk", "Don't panic: read on", "Alerts", null));
        head.Day("last_reviewed_on").ShouldBe(new DateOnly(2019, 10, 7));
        (head["review_in"], head["a"], head.Day("review_in")).ShouldBe(("6 months", null, null));
    }

    [Theory]
    [InlineData("# Title\n---\na: b\n---\n")]
    [InlineData("---\ntitle: open head\n")]
    [InlineData("")]
    public void A_text_without_a_head_has_none(string text) => FrontMatter.Read(text).ShouldBeNull();

    private static KnowledgePage Page()
    {
        ReviewInterval.TryParse("3 months", out var interval).ShouldBeTrue();
        var page = KnowledgePage.Register("wiki", "https://wiki.example/runbooks/failover", new PageFacts("Checkout failover runbook", Owner: Owner, Criticality: Criticality.High, Interval: interval), Now).Value;
        page.SeeVersion(First).ShouldBeTrue();
        return page;
    }
}
