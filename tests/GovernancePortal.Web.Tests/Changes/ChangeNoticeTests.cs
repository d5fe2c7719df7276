using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Features.Changes.DecideChange;
using GovernancePortal.Web.Features.Notices.Making;
using GovernancePortal.Web.Features.Notices.ReadInbox;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Changes;

/// <summary>What the inbox tells of changes: that some wait too long, and that an emergency pass waits for its review.</summary>
public sealed class ChangeNoticeTests : IAsyncLifetime
{
    private ChangeOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await ChangeOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Reviewers_of_the_unit_are_told_once_of_changes_that_wait_too_long()
    {
        var (_, elsewhere) = await _office.AddReviewerAsync("Wren Alder", unit: _office.Portal.Logistics);
        var author = await _office.Portal.AddUserAsync(Role.Reviewer, null, _office.Author.Id);
        var first = await _office.SendAsync(ChangeOffice.Change());
        await _office.SendAsync(ChangeOffice.Change(commit: "bbbbbbb1", number: 8));
        await NextDayAsync(0);
        (await OpenAsync(_office.Reviewer)).ShouldBeEmpty();

        await NextDayAsync(10);
        var told = (await OpenAsync(_office.Reviewer)).ShouldHaveSingleItem();
        (told.Kind, told.Page).ShouldBe((NoticeKind.ChangesLate, "changes?late=yes"));
        await NextDayAsync(1);
        (await OpenAsync(_office.Reviewer)).Count.ShouldBe(1, "it is told once");
        (await OpenAsync(elsewhere)).ShouldBeEmpty();
        (await OpenAsync(author)).ShouldBeEmpty("nobody signs off their own change");

        foreach (var number in new[] { 7, 8 }) await _office.SendAsync(Closed(number));
        await NextDayAsync(1);
        (await OpenAsync(_office.Reviewer)).ShouldBeEmpty();
        (await _office.LoadAsync(first)).State.ShouldBe(ChangeState.Closed);
    }

    [Fact]
    public async Task Others_than_whoever_let_it_through_are_told_of_an_emergency_pass_until_it_is_reviewed()
    {
        var (_, second) = await _office.AddReviewerAsync("Wren Alder");
        var change = await _office.SendAsync(ChangeOffice.Change());
        var id = ChangeOffice.IdOf(change);
        (await _office.Portal.SendAs(_office.Reviewer, new PassChangeCommand(id, (await _office.LoadAsync(change)).Version, "Checkout is down."))).Error.ShouldBeNull();

        await NextDayAsync(0);

        var told = (await OpenAsync(second)).ShouldHaveSingleItem();
        (told.Kind, told.Subject, told.Page).ShouldBe((NoticeKind.PassWaits, "larkfield/checkout-api #7, Retry the charge once", $"changes/{id}"));
        (await OpenAsync(_office.Reviewer)).ShouldBeEmpty();
        (await _office.Portal.SendAs(second, new ReviewPassCommand(id, (await _office.LoadAsync(change)).Version, FindingType.None, "", "Read it: all is well."))).Error.ShouldBeNull();
        await NextDayAsync(1);
        (await OpenAsync(second)).ShouldBeEmpty();
    }

    private static System.Text.Json.Nodes.JsonObject Closed(int number)
    {
        var change = ChangeOffice.Change(commit: number == 7 ? "aaaaaaa1" : "bbbbbbb1", number: number);
        change["state"] = "Closed";
        return change;
    }

    private async Task NextDayAsync(int days)
    {
        _office.Portal.Clock.Advance(TimeSpan.FromDays(days));
        (await _office.Portal.Services.GetRequiredService<NoticeKeeper>().RunAsync(CancellationToken.None)).ShouldBeTrue();
    }

    // A reviewer may be told of training too; here it is about changes.
    private async Task<IReadOnlyList<NoticeRow>> OpenAsync(Guid user) =>
        [.. (await _office.Portal.SendAs(user, new ListNoticesQuery(new Paging(1, 25)))).Value.Notices.Items.Where(n => n.IsOpen && n.Kind > NoticeKind.Digest)];
}
