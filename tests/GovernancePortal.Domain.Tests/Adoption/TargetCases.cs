using System.Text.Json;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Domain.Tests.Adoption;

/// <summary>A back-test and its exact answer, as stored under cases/.</summary>
internal sealed record TargetCase(SimulationInput Input, SimulationOutput Expected)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Adoption", "cases");

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static TargetCase Read(string name) => JsonSerializer.Deserialize<TargetCase>(File.ReadAllText(Path.Combine(Folder, name + ".json")), Web)!;
}

public sealed class TargetCases
{
    public static TheoryData<string> All => [.. TargetCase.Names];

    [Fact]
    public void There_are_cases() => TargetCase.Names.Count.ShouldBeGreaterThanOrEqualTo(15);

    [Theory]
    [MemberData(nameof(All))]
    public void A_back_test_gives_exactly_the_log_of_its_case(string name)
    {
        var (input, expected) = TargetCase.Read(name);

        var output = TargetSimulation.Run(input).Value;

        output.FinalState.ShouldBe(expected.FinalState);
        output.Log.Count.ShouldBe(expected.Log.Count);
        foreach (var (was, should) in output.Log.Zip(expected.Log))
        {
            var on = should.Date.ToString("O");
            was.Date.ShouldBe(should.Date);
            was.State.ShouldBe(should.State, on);
            was.Blockers.ShouldBe(should.Blockers, on);
            was.Status.ShouldBe(should.Status, on);
            was.Why.ShouldBe(should.Why, on);
            was.Readiness.ShouldBe(should.Readiness, 1e-12, on);
        }
    }

    [Fact]
    public void The_cases_pass_through_every_state_and_every_reason()
    {
        var log = TargetCase.Names.SelectMany(n => TargetCase.Read(n).Expected.Log).ToList();

        log.Select(e => e.State).Distinct().ShouldBe(Enum.GetNames<TargetState>(), ignoreOrder: true);
        log.SelectMany(e => e.Why).Select(w => w.Split(':')[0]).Distinct().ShouldBe(
            [
                "proposed", "proposeRefused", "rejected", "approved", "approvalRefused", "acknowledged", "manualPause", "retired", "ignored",
                "autoPause", "guardrailsHold", "resumed", "achieved",
            ],
            ignoreOrder: true);
    }
}
