using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Features.Ledger;
using GovernancePortal.Web.Features.Ledger.GetLedgerEntry;
using GovernancePortal.Web.Features.Ledger.ListLedgerEntries;
using GovernancePortal.Web.Features.Ledger.ProveConsistency;
using GovernancePortal.Web.Features.Ledger.ProveInclusion;
using GovernancePortal.Web.Features.Ledger.ReadEntries;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Ledger;

public sealed class LedgerListTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_log_is_paged_newest_first()
    {
        await _portal.AppendAsync(60);

        var page = await ListAsync(new LedgerFilter(), page: 2, size: 25);

        page.Entries.Items.Select(e => e.Number).ShouldBe(Enumerable.Range(11, 25).Reverse().Select(n => (long)n));
        (page.Entries.Total, page.Entries.Pages, page.Size).ShouldBe((60, 3, 60));
    }

    [Fact]
    public async Task Filters_leave_what_they_name()
    {
        await _portal.AppendAsync(2);
        _portal.Clock.Advance(TimeSpan.FromDays(1));
        var user = await _portal.AddUserAsync(Role.GovernanceOfficer);
        await RecordAsync($"user:{user}", "target.paused", "target:7", new { reason = "literacy" });

        (await NumbersAsync(new LedgerFilter(Kind: "target.paused"))).ShouldBe([3]);
        (await NumbersAsync(new LedgerFilter(Actor: $"user:{user}"))).ShouldBe([3]);
        (await NumbersAsync(new LedgerFilter(Subject: "target:"))).ShouldBe([3]);
        (await NumbersAsync(new LedgerFilter(Subject: "unit:"))).ShouldBe([2, 1]);
        (await NumbersAsync(new LedgerFilter(Subject: "uni"))).ShouldBe([2, 1]);
        (await NumbersAsync(new LedgerFilter(Subject: "units"))).ShouldBeEmpty();
        (await NumbersAsync(new LedgerFilter(From: new DateOnly(2026, 11, 24)))).ShouldBe([3]);
        (await NumbersAsync(new LedgerFilter(To: new DateOnly(2026, 11, 23)))).ShouldBe([2, 1]);
        (await ListAsync(new LedgerFilter(Actor: $"user:{user}"))).ActorName.ShouldStartWith("GovernanceOfficer-");
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        var filter = new LedgerFilter(From: new DateOnly(2026, 11, 24), To: new DateOnly(2026, 11, 23));

        var result = await _portal.SendAs(Role.Auditor, new ListLedgerEntriesQuery(filter, new Paging(1, 25)));

        result.Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    [Fact]
    public async Task An_entry_names_who_and_what_as_they_are_called_now()
    {
        var user = await _portal.AddUserAsync(Role.TeamLead);
        await RecordAsync("system", "role.assigned", $"user:{user}", new { role = nameof(Role.TeamLead), unit = _portal.Checkout.Id.Value });

        var row = (await ListAsync(new LedgerFilter())).Entries.Items.Single();

        Text(row.What).ShouldMatch("^TeamLead-[0-9a-f]+: Team Lead, Checkout$");
        (row.Title, row.Actor).ShouldBe(("Role assigned", "Portal"));
    }

    [Theory]
    [InlineData("system", "Portal")]
    [InlineData("system:demo", "Demo")]
    [InlineData("console", "Command line")]
    [InlineData("job:evaluate-targets", "Nightly evaluation")]
    public async Task Who_is_no_person_has_a_name_too(string actor, string name)
    {
        await RecordAsync(actor, "target.paused", "target:7", new { before = "Active" });

        (await ListAsync(new LedgerFilter(Actor: actor))).ShouldSatisfyAllConditions(
            list => list.Entries.Items.Single().Actor.ShouldBe(name),
            list => list.ActorName.ShouldBe(name));
    }

    [Fact]
    public async Task A_target_reads_as_what_happened_to_it()
    {
        object guardrails = new[] { new { type = "IncidentErrorBudget", holds = false }, new { type = "LiteracyCoverage", holds = true } };
        await RecordAsync("system", "target.paused", "target:7", new { before = "Active", after = "Paused", guardrails });
        await RecordAsync("system", "target.rejected", "target:7", new { reason = "No owner" });

        var rows = (await ListAsync(new LedgerFilter())).Entries.Items;

        rows.Select(r => Text(r.What)).ShouldBe(["target:7: “No owner”", "target:7: Active to Paused, incident error budget fails"]);
    }

    [Fact]
    public async Task What_was_struck_stays_readable()
    {
        await RecordAsync("system", "guardrail.changed", $"unit:{_portal.Checkout.Id.Value}", new { needs = new { struck = "85%", now = "90%" }, reason = "stricter" });

        var row = (await ListAsync(new LedgerFilter())).Entries.Items.Single();

        row.What.ShouldContain(new LedgerText(LedgerTextKind.Struck, "85%"));
        row.What.ShouldContain(new LedgerText(LedgerTextKind.Added, "90%"));
        Text(row.What).ShouldBe("Checkout: needs 85% 90%; reason stricter");
    }

    [Fact]
    public async Task An_entry_is_proved_against_the_latest_checkpoint()
    {
        await _portal.AppendAsync(300);
        await _portal.CheckpointAsync();
        await _portal.AppendAsync(1);

        var signed = (await _portal.SendAs(Role.Auditor, new GetLedgerEntryQuery(42))).Value;
        var newer = (await _portal.SendAs(Role.Auditor, new GetLedgerEntryQuery(301))).Value;

        signed.IsUnchanged.ShouldBeTrue();
        signed.Proof!.Holds.ShouldBeTrue();
        signed.Proof.Hashes.Count.ShouldBe(9);
        newer.Proof.ShouldBeNull();
        (await _portal.SendAs(Role.Auditor, new GetLedgerEntryQuery(302))).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task A_changed_entry_is_not_proved()
    {
        await _portal.AppendAsync(300);
        await _portal.CheckpointAsync();
        await _portal.DropTriggersAsync();
        await _portal.SqlAsync($"UPDATE LedgerEntries SET Payload = 'nonsense' WHERE Sequence = 41");

        var entry = (await _portal.SendAs(Role.Auditor, new GetLedgerEntryQuery(42))).Value;

        (entry.IsUnchanged, entry.Proof!.Holds, entry.Payload).ShouldBe((false, false, "nonsense"));
    }

    [Fact]
    public async Task Proofs_can_be_checked_by_whoever_asks()
    {
        await _portal.AppendAsync(300);

        var inclusion = (await _portal.SendAs(Role.Auditor, new ProveInclusionQuery(41, 290))).Value;
        var consistency = (await _portal.SendAs(Role.Auditor, new ProveConsistencyQuery(257, 290))).Value;

        MerkleTree.VerifyInclusion(41, 290, Bytes(inclusion.Leaf), [.. inclusion.Hashes.Select(Bytes)], Bytes(inclusion.Root)).ShouldBeTrue();
        MerkleTree.VerifyConsistency(257, Bytes(consistency.FirstRoot), 290, Bytes(consistency.SecondRoot), [.. consistency.Hashes.Select(Bytes)]).ShouldBeTrue();
        consistency.SecondRoot.ShouldBe(inclusion.Root);
        (await _portal.SendAs(Role.Auditor, new ProveInclusionQuery(41, 301))).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(Role.Auditor, new ProveInclusionQuery(41, 41))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    [Fact]
    public async Task Programs_read_entries_in_the_order_of_the_log()
    {
        await _portal.AppendAsync(5);

        var read = (await _portal.SendAs(Role.Auditor, new ReadEntriesQuery(3, 10))).Value;

        read.Size.ShouldBe(5);
        read.Entries.Select(e => (e.Seq, e.Payload!.ToJsonString())).ShouldBe([(3, """{"i":4}"""), (4, """{"i":5}""")]);
        (await _portal.SendAs(Role.Auditor, new ReadEntriesQuery(0, 5000))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    private static byte[] Bytes(string text) => Convert.FromBase64String(text);

    private static string Text(IEnumerable<LedgerText> parts) => string.Concat(parts.Select(p => p.Text));

    private async Task<ListLedgerEntriesResponse> ListAsync(LedgerFilter filter, int page = 1, int size = 25) =>
        (await _portal.SendAs(Role.Auditor, new ListLedgerEntriesQuery(filter, new Paging(page, size)))).Value;

    private async Task<IEnumerable<long>> NumbersAsync(LedgerFilter filter) => (await ListAsync(filter)).Entries.Items.Select(e => e.Number);

    private Task<int> RecordAsync(string actor, string kind, string subject, object payload) =>
        _portal.InDb(db =>
        {
            db.Record(actor, kind, subject, payload);
            return db.SaveChangesAsync();
        });
}
