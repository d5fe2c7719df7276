using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Tests.Ledger;

public sealed class LedgerEntryTests
{
    private static readonly DateTimeOffset Time = new DateTimeOffset(2026, 11, 23, 10, 31, 5, 123, TimeSpan.FromHours(1)).AddTicks(4567);

    [Fact]
    public void The_hashed_bytes_are_those_of_the_format_description()
    {
        var fact = LedgerFact.Create("user:1", "role.assigned", "unit:2", new JsonObject { ["to"] = "ä", ["from"] = null }).Value;

        var entry = LedgerEntry.Append(41, Time, fact);

        const string bytes =
            """{"actor":"user:1","at":"2026-11-23T09:31:05.123Z","kind":"role.assigned","payload":{"from":null,"to":"ä"},"seq":41,"subject":"unit:2","v":1}""";
        new LedgerEntryEncoder().TryEncode(entry.ToColumns(), out var encoded).ShouldBeTrue();
        Encoding.UTF8.GetString(encoded).ShouldBe(bytes);
        entry.LeafHash.ShouldBe(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(bytes)]));
        entry.Number.ShouldBe(42);
    }

    [Fact]
    public void The_hashed_bytes_are_canonical_JSON()
    {
        for (var i = 0; i < 50; i++)
        {
            new LedgerEntryEncoder().TryEncode(SampleLedger.Entry(i).ToColumns(), out var encoded).ShouldBeTrue();
            var text = Encoding.UTF8.GetString(encoded);
            CanonicalJson.From(text).Value.ShouldBe(text);
        }
    }

    [Fact]
    public void The_time_is_cut_to_whole_milliseconds_in_UTC()
    {
        var at = LedgerEntry.Append(0, Time, SampleLedger.Fact(0)).At;

        at.ShouldBe(new DateTimeOffset(2026, 11, 23, 9, 31, 5, 123, TimeSpan.Zero));
        at.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("", "a.b", "unit:1", "actor")]
    [InlineData("Ada Lovelace", "a.b", "unit:1", "actor")]
    [InlineData("ada@larkfield.example", "a.b", "unit:1", "actor")]
    [InlineData("user:1", "a\"b", "unit:1", "kind")]
    [InlineData("user:1", "a.b", "unit:ü", "subject")]
    public void Actor_kind_and_subject_hold_ids_and_no_names(string actor, string kind, string subject, string atFault) =>
        LedgerFact.Create(actor, kind, subject, []).Error.ShouldBe(LedgerErrors.NotAToken(atFault));

    [Fact]
    public void A_column_that_is_too_long_is_refused()
    {
        LedgerFact.Create("user:1", "a.b", new string('x', LedgerFact.SubjectMaxLength), []).IsSuccess.ShouldBeTrue();
        LedgerFact.Create("user:1", "a.b", new string('x', LedgerFact.SubjectMaxLength + 1), []).Error.ShouldBe(LedgerErrors.NotAToken("subject"));
        LedgerFact.Create("user:1", "a.b", "unit:1", new JsonObject { ["x"] = new string('x', LedgerFact.PayloadMaxLength) }).Error.ShouldBe(LedgerErrors.PayloadTooLong);
    }

    [Fact]
    public void A_number_that_would_lose_digits_is_refused()
    {
        LedgerFact.Create("user:1", "a.b", "unit:1", new JsonObject { ["n"] = 9007199254740993L }).Error.ShouldBe(LedgerErrors.InexactNumber);
        LedgerFact.Create("user:1", "a.b", "unit:1", new JsonObject { ["n"] = new JsonArray(0.12345678901234567890m) }).Error.ShouldBe(LedgerErrors.InexactNumber);
        LedgerFact.Create("user:1", "a.b", "unit:1", new JsonObject { ["n"] = 123456789.12m, ["m"] = 1.10m, ["o"] = 0.1 + 0.2 }).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void A_refused_payload_says_why() =>
        LedgerFact.Create("user:1", "a.b", "unit:1", new JsonObject { ["n"] = double.NaN }).Error.ShouldBe(LedgerErrors.NotANumber);
}
