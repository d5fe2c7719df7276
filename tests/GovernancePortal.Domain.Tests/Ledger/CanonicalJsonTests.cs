using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Tests.Ledger;

public sealed class CanonicalJsonTests
{
    [Theory] // RFC 8785 appendix B, in its order
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_spelt_as_in_appendix_B(ulong bits, string expected) =>
        CanonicalJson.From(JsonValue.Create(BitConverter.UInt64BitsToDouble(bits))).Value.ShouldBe(expected);

    [Theory]
    [InlineData(0x7fffffffffffffff)]
    [InlineData(0x7ff0000000000000)]
    [InlineData(0xfff0000000000000)]
    public void Numbers_that_are_not_finite_are_refused(ulong bits) =>
        CanonicalJson.From(new JsonArray(BitConverter.UInt64BitsToDouble(bits))).Error.ShouldBe(LedgerErrors.NotANumber);

    [Fact]
    public void A_number_too_large_for_a_double_is_refused() => CanonicalJson.From("1e999").Error.ShouldBe(LedgerErrors.NotANumber);

    [Fact] // RFC 8785 sections 3.2.2 and 3.2.4
    public void The_example_of_the_standard_comes_out_as_printed_there()
    {
        const string input = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        const string expected =
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""";

        CanonicalJson.From(input).Value.ShouldBe(expected);
    }

    [Fact] // RFC 8785 section 3.2.3
    public void Names_are_sorted_by_UTF_16_code_units()
    {
        const string input = """
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """;

        using var sorted = JsonDocument.Parse(CanonicalJson.From(input).Value);

        sorted.RootElement.EnumerateObject().Select(p => p.Value.GetString()).ShouldBe(
        [
            "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
        ]);
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"a":1}""")]
    [InlineData("""[{"a":1,"\u0061":2}]""")]
    public void A_name_that_comes_twice_is_refused(string json)
    {
        CanonicalJson.From(json).Error.ShouldBe(LedgerErrors.DuplicateName);
        CanonicalJson.From(JsonNode.Parse(json)).Error.ShouldBe(LedgerErrors.DuplicateName);
    }

    [Theory]
    [InlineData("""["\ud800"]""")]
    [InlineData("""["\udc00\ud800"]""")]
    [InlineData("""{"\ud83d":1}""")]
    public void Half_of_a_surrogate_pair_is_refused(string json) => CanonicalJson.From(json).Error.ShouldBe(LedgerErrors.LoneSurrogate);

    [Fact]
    public void Half_of_a_surrogate_pair_from_the_program_is_refused()
    {
        CanonicalJson.From(JsonValue.Create("x\ud800")).Error.ShouldBe(LedgerErrors.LoneSurrogate);
        CanonicalJson.From(new JsonObject { ["\udfff"] = 1 }).Error.ShouldBe(LedgerErrors.LoneSurrogate);
        CanonicalJson.From(JsonValue.Create('\ud800')).Error.ShouldBe(LedgerErrors.LoneSurrogate);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    public void What_is_not_JSON_is_refused(string json) => CanonicalJson.From(json).Error.ShouldBe(LedgerErrors.NotJson);

    [Fact]
    public void Nesting_has_an_end()
    {
        JsonNode node = new JsonArray();
        for (var i = 0; i < 100; i++) node = new JsonArray(node);

        CanonicalJson.From(node).Error.ShouldBe(LedgerErrors.TooDeep);
    }

    [Fact]
    public void Values_of_the_program_are_spelt_like_their_JSON()
    {
        var id = Guid.Parse("01938a7e-0000-7000-8000-000000000001");
        var node = new JsonObject
        {
            ["share"] = 0.80m,
            ["count"] = 12L,
            ["id"] = id,
            ["due"] = JsonValue.Create(new DateOnly(2026, 11, 23)),
            ["single"] = 0.1f,
            ["none"] = null,
            ["yes"] = true,
        };

        CanonicalJson.From(node).Value.ShouldBe(
            """{"count":12,"due":"2026-11-23","id":"01938a7e-0000-7000-8000-000000000001","none":null,"share":0.8,"single":0.1,"yes":true}""");
    }

    [Fact]
    public void Canonical_text_stays_as_it_is_and_reads_back_as_the_same_numbers() =>
        Gen.Double.Where(double.IsFinite).Array[0, 8].Sample(numbers =>
        {
            var once = CanonicalJson.From(new JsonArray([.. numbers.Select(n => (JsonNode)n)])).Value;

            CanonicalJson.From(once).Value.ShouldBe(once);
            JsonSerializer.Deserialize<double[]>(once)!.ShouldBe(numbers.Select(n => n == 0 ? 0 : n));
        });
}
