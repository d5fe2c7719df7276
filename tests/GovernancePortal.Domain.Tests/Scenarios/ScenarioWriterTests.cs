using System.Text.Json;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class ScenarioWriterTests
{
    public static TheoryData<string> Cases => [.. ScenarioCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_written_reads_back_to_the_same_bits(string name)
    {
        var input = ScenarioCase.Read(name).Input;

        var text = ScenarioWriter.Write(input);
        var read = Read(text);

        read.Faults.ShouldBeEmpty();
        Same(read.Input, input);
        ScenarioWriter.Write(read.Input).ShouldBe(text);
    }

    [Fact]
    public void Awkward_numbers_and_every_kind_of_spread_survive()
    {
        var input = new ScenarioInput
        {
            HorizonMonths = 7,
            AnnualRevenue = 0.1 + 0.2,
            Currency = "zł \"x\"",
            Staff = [new(Level.Junior, 1.0 / 3, double.Epsilon, true) { Count = 1e-7 }, new(Level.Principal, double.MaxValue / 1e9, 41.3, false) { Count = 0.7, KnowledgeWeight = 1 / 7.0 }],
            Parameters = new Dictionary<Parameter, Distribution>
            {
                [Parameter.ReworkShare] = new Distribution.Uniform(0.1, 0.3),
                [Parameter.AdoptionStart] = new Distribution.Fixed(1.0 / 3),
                [Parameter.IncidentCostPerHour] = new Distribution.LogNormal(12_345.678, 0.61),
                [Parameter.RegretProbability] = new Distribution.Bernoulli(0.15),
                [Parameter.ValueToCost] = new Distribution.Triangular(0.7, 1, 1.3),
            },
            Policies = [new("Null", 0, 0, 0), new("<script>", 0.1, 0.2, 0.3) { SplitVetting = 0.2, SplitGuardrail = 0.3, SplitKb = 0.5, AdoptionDelayMonths = 1.5, ExternalVetters = 2.25 }],
        };

        var read = Read(ScenarioWriter.Write(input, draws: 123, seed: ulong.MaxValue));

        read.Faults.ShouldBeEmpty();
        (read.Draws, read.Seed).ShouldBe((123, ulong.MaxValue));
        Same(read.Input, input);
    }

    [Fact]
    public void A_resolved_scenario_states_every_parameter_and_gives_the_same_numbers()
    {
        var input = ScenarioCase.Read("support-desk").Input;

        var resolved = Read(ScenarioWriter.Write(input, isResolved: true)).Input;

        resolved.Parameters.Count.ShouldBe(ModelParameters.All.Count);
        resolved.Distributions().ShouldBe(input.Distributions());
        ScenarioReport.Of(resolved, 50, 3).ToJson().ShouldBe(ScenarioReport.Of(input, 50, 3).ToJson());
    }

    private static ScenarioReading Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ScenarioReader.Read(document.RootElement);
    }

    private static void Same(ScenarioInput was, ScenarioInput should)
    {
        (was.HorizonMonths, was.AnnualRevenue, was.Currency).ShouldBe((should.HorizonMonths, should.AnnualRevenue, should.Currency));
        was.Staff.ShouldBe(should.Staff);
        was.Policies.ShouldBe(should.Policies);
        was.Parameters.OrderBy(p => p.Key).ShouldBe(should.Parameters.OrderBy(p => p.Key));
    }
}
