using System.Text.Json.Nodes;
using CsCheck;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Domain.Tests.Ledger;

namespace GovernancePortal.Domain.Tests.Verifier;

/// <summary>Portal and verifier share no code: whatever the one writes, the other must read in the same way.</summary>
public sealed class TwoImplementationsTests
{
    private static readonly Gen<string> Text = Gen.Char.Array[0, 12].Select(c => string.Concat(new string(c).EnumerateRunes().Where(r => r.Value != 0xFFFD)));

    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Double.Where(double.IsFinite),
        Gen.Int.Select(i => (double)i),
        Gen.Int[-1074, 1023].Select(e => Math.ScaleB(1, e)), // powers of two have neighbours at unequal distances
        Gen.Long[1L << 50, 1L << 52].Select(i => i + 0.25), // ties between two shortest spellings
        Gen.Long[1L << 50, 1L << 51].Select(i => i + 0.75));

    [Fact]
    public void Any_payload_that_the_portal_accepts_is_canonical_to_the_verifier()
    {
        var payload = Gen.Select(Gen.Dictionary(Text, Number)[0, 6], Text.Array[0, 4], (numbers, texts) =>
        {
            var members = new JsonObject { ["texts"] = new JsonArray([.. texts.Select(t => (JsonNode)t)]) };
            foreach (var (name, number) in numbers) members[name] = number;
            return members;
        });

        payload.Sample(members =>
        {
            using var log = new SignedLog(0);
            log.Rows.Add(LedgerEntry.Append(0, DateTimeOffset.UnixEpoch, LedgerFact.Create("user:1", "a.b", "unit:1", members).Value).ToColumns());
            log.WriteLog();
            File.WriteAllText(log.CheckpointFile, SignedLog.Note(SampleLedger.CheckpointOver(log.Rows)));

            var (code, text) = log.Verify();
            code.ShouldBe(0, text);
        }, iter: 500);
    }

    [Theory] // the spellings of V8 for numbers at which algorithms differ
    [InlineData(5.684341886080802e-14, "5.684341886080802e-14")]
    [InlineData(1424953923781206.75, "1424953923781206.8")]
    [InlineData(9007199254740993.0, "9007199254740992")]
    [InlineData(2.2250738585072014e-308, "2.2250738585072014e-308")]
    [InlineData(2e-44, "2e-44")]
    public void Numbers_at_which_algorithms_differ_are_spelt_alike(double number, string expected)
    {
        CanonicalJson.From(JsonValue.Create(number)).Value.ShouldBe(expected);

        using var log = new SignedLog(0);
        log.Rows.Add(SampleLedger.Rehashed(SampleLedger.Entry(0).ToColumns() with { Payload = $$"""{"n":{{expected}}}""" }));
        log.WriteLog();
        File.WriteAllText(log.CheckpointFile, SignedLog.Note(SampleLedger.CheckpointOver(log.Rows)));
        log.Verify().Code.ShouldBe(0);
    }

    [Fact]
    public void Any_changed_byte_of_a_log_is_rejected()
    {
        using var log = new SignedLog(6);
        var bytes = File.ReadAllBytes(log.LogFile);

        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte[1, 255]).Sample((at, difference) =>
        {
            var changed = bytes.ToArray();
            changed[at] ^= difference;
            File.WriteAllBytes(log.LogFile, changed);
            log.Verify().Code.ShouldBe(1);
        }, iter: 2000, threads: 1);
    }

    [Fact]
    public void Any_changed_byte_of_a_checkpoint_is_rejected()
    {
        using var log = new SignedLog(6);
        var bytes = File.ReadAllBytes(log.CheckpointFile);
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;
            File.WriteAllBytes(log.CheckpointFile, changed);
            log.Verify().Code.ShouldBe(1, $"byte {at}");
        }
    }
}
