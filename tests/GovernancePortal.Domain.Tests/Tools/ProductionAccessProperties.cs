using CsCheck;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Domain.Tests.Tools;

public sealed class ProductionAccessProperties
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly Gen<RegisteredAccess> AnyEntry = Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[-40, 200], (can, open, review) => new RegisteredAccess(can || open, open, Day.AddDays(review)));

    private static readonly Gen<(RegisteredAccess[] Entries, int? Stated, int? Changes)> Any = Gen.Select(
        AnyEntry.Array[0, 6], Gen.Int[-1, 60], Gen.Int[-1, 4],
        (entries, stated, changes) => (entries, stated < 0 ? (int?)null : stated, changes < 0 ? (int?)null : changes));

    [Fact]
    public void The_value_is_what_is_open_plus_what_passed_no_gate() => Any.Sample(x =>
        Measure(x) is not { } value || value == x.Entries.Count(e => e.IsUngated) + (x.Changes ?? 0));

    [Fact]
    public void It_is_never_zero_where_anything_open_is_known() => Any.Sample(x =>
        x.Entries.All(e => !e.IsUngated) && (x.Changes ?? 0) == 0 || Measure(x) > 0);

    [Fact]
    public void Nothing_known_is_no_value() => Any.Sample(x => x.Entries.Length > 0 || x.Stated is not null || x.Changes > 0 || Measure(x) is null);

    [Fact]
    public void Another_entry_without_a_gate_never_lowers_it() => Any.Sample(x =>
        Measure(x with { Entries = [.. x.Entries, new RegisteredAccess(CanChange: true, IsUngated: true, Day)] }) >= (Measure(x) ?? 0) + (Measure(x) is null ? 0 : 1));

    private static double? Measure((RegisteredAccess[] Entries, int? Stated, int? Changes) x) =>
        ProductionAccess.Measure(x.Entries, x.Stated is { } ago ? Day.AddDays(-ago) : null, x.Changes is { } n ? new UngatedChanges(n, 3) : null, Day).Observation?.Value;
}
