using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Tests.Ledger;

public sealed class LedgerTamperingTests
{
    private const int Count = 600;
    private readonly List<LedgerColumns> _rows = SampleLedger.Rows(Count);
    private readonly Checkpoint _kept; // stays outside the table that is tampered with
    private readonly Checkpoint _newer;

    public LedgerTamperingTests() => (_kept, _newer) = (SampleLedger.CheckpointOver(_rows.Take(400)), SampleLedger.CheckpointOver(_rows));

    [Fact]
    public void An_untouched_ledger_is_whole_and_extends_its_checkpoints()
    {
        var verdict = Verify([_newer, _kept]);

        verdict.IsWhole.ShouldBeTrue();
        (verdict.Entries, verdict.CheckpointsMatched).ShouldBe((Count, 2));
        verdict.Root.ShouldBe(_newer.Root);
    }

    [Fact]
    public void An_empty_ledger_is_whole() => new LedgerVerification([]).Complete().ShouldSatisfyAllConditions(
        v => v.IsWhole.ShouldBeTrue(), v => v.Root.ShouldBe(MerkleHash.EmptyRoot()));

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(Count - 1)]
    public void A_change_to_any_column_is_found_at_its_entry(int at)
    {
        var row = _rows[at];
        LedgerColumns[] changes =
        [
            row with { At = row.At.AddMilliseconds(1) }, row with { ActorId = "user:other" }, row with { Kind = "role.removed" }, row with { Subject = "unit:other" },
            row with { Payload = row.Payload.Replace("0.9", "0.8", StringComparison.Ordinal) }, row with { LeafHash = new byte[32] },
        ];
        foreach (var change in changes)
        {
            change.ShouldNotBe(row);
            _rows[at] = change;
            Fault([]).ShouldBe(new LedgerFault(LedgerFaultKind.Altered, at, at));
        }
    }

    [Fact]
    public void What_no_entry_can_hold_is_found_at_its_entry()
    {
        var row = _rows[7];
        LedgerColumns[] changes =
        [
            row with { At = row.At.AddTicks(1) }, row with { ActorId = "user:1\",\"at\":\"x" }, row with { Kind = "" }, row with { Subject = null! },
            row with { Payload = "" }, row with { Payload = "{\"a\":\"\ud800\"}" },
        ];
        foreach (var change in changes)
        {
            _rows[7] = change;
            Fault([]).ShouldBe(new LedgerFault(LedgerFaultKind.Malformed, 7, 7));
        }
    }

    [Fact]
    public void A_deleted_entry_is_named()
    {
        _rows.RemoveAt(123);

        Fault([]).ShouldBe(new LedgerFault(LedgerFaultKind.Missing, 123, 123));
    }

    [Fact]
    public void A_deleted_entry_is_found_when_the_rest_is_numbered_anew()
    {
        _rows.RemoveAt(123);
        for (var i = 123; i < _rows.Count; i++) _rows[i] = _rows[i] with { Sequence = i };

        Fault([]).ShouldBe(new LedgerFault(LedgerFaultKind.Altered, 123, 123));
    }

    [Fact]
    public void Exchanged_entries_are_told_from_missing_ones()
    {
        (_rows[10], _rows[20]) = (_rows[20], _rows[10]);

        Fault([]).ShouldBe(new LedgerFault(LedgerFaultKind.OutOfOrder, 10, 10));
    }

    [Fact]
    public void Entries_that_exchange_their_numbers_are_found()
    {
        (_rows[10], _rows[20]) = (_rows[20] with { Sequence = 10 }, _rows[10] with { Sequence = 20 });

        Fault([]).ShouldBe(new LedgerFault(LedgerFaultKind.Altered, 10, 10));
    }

    [Fact]
    public void An_inserted_entry_is_found()
    {
        _rows.Insert(50, SampleLedger.Rehashed(_rows[49] with { Payload = "{}" }));

        Fault([]).ShouldBe(new LedgerFault(LedgerFaultKind.Duplicate, 49, 49));
    }

    [Fact]
    public void An_inserted_entry_is_found_when_the_rest_is_numbered_and_hashed_anew()
    {
        _rows.Insert(50, _rows[49]);
        RewriteFrom(50);

        Fault([_kept]).ShouldBe(new LedgerFault(LedgerFaultKind.RootDiffers, 0, 399));
    }

    [Fact]
    public void A_cut_off_end_is_found_through_the_checkpoint_kept_outside()
    {
        _rows.RemoveRange(399, Count - 399);

        Fault([]).ShouldBeNull();
        Fault([_kept]).ShouldBe(new LedgerFault(LedgerFaultKind.Truncated, 399, 399));
    }

    [Fact]
    public void A_full_rewrite_is_found_through_the_checkpoint_kept_outside()
    {
        _rows[300] = _rows[300] with { Payload = "{}" };
        RewriteFrom(0);

        Fault([]).ShouldBeNull();
        Fault([_kept]).ShouldBe(new LedgerFault(LedgerFaultKind.RootDiffers, 0, 399));
    }

    [Fact]
    public void An_earlier_checkpoint_that_agrees_narrows_the_search()
    {
        _rows[500] = SampleLedger.Rehashed(_rows[500] with { Payload = "{}" });

        Fault([_newer, _kept]).ShouldBe(new LedgerFault(LedgerFaultKind.RootDiffers, 400, Count - 1));
    }

    [Fact]
    public void A_rewritten_entry_is_found_through_the_stored_subtree()
    {
        var stored = new MemoryMerkleSource();
        foreach (var row in _rows) stored.Append(row.LeafHash);
        var untouched = new LedgerVerification([], stored.Node);
        foreach (var row in _rows) untouched.Add(row).ShouldBeTrue();

        var verification = new LedgerVerification([], stored.Node);
        _rows[300] = SampleLedger.Rehashed(_rows[300] with { Payload = "{}" });
        foreach (var row in _rows) verification.Add(row);

        verification.Complete().Fault.ShouldBe(new LedgerFault(LedgerFaultKind.SubtreeDiffers, 256, 511));
    }

    [Fact]
    public void Each_fault_says_which_entry_in_the_numbers_that_people_see()
    {
        foreach (var kind in Enum.GetValues<LedgerFaultKind>()) new LedgerFault(kind, 41, 41).Message.ShouldContain("#42");
        new LedgerFault(LedgerFaultKind.RootDiffers, 400, 599).Message.ShouldContain("#401 to #600");
    }

    private void RewriteFrom(int first)
    {
        for (var i = first; i < _rows.Count; i++) _rows[i] = SampleLedger.Rehashed(_rows[i] with { Sequence = i });
    }

    private LedgerFault? Fault(IEnumerable<Checkpoint> checkpoints) => Verify(checkpoints).Fault;

    private LedgerVerdict Verify(IEnumerable<Checkpoint> checkpoints)
    {
        var verification = new LedgerVerification(checkpoints);
        foreach (var row in _rows) verification.Add(row);
        return verification.Complete();
    }
}
