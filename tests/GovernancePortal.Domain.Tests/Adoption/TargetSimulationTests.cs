using System.Text.Json;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class TargetSimulationTests
{
    private static readonly SimulationGuardrail Literacy = new() { Id = "training", Type = "LiteracyCoverage", Direction = "min", Enter = 0.85, Exit = 0.9 };

    [Fact]
    public void Every_fault_is_told_at_its_place()
    {
        var input = new SimulationInput
        {
            Target = new() { StartDate = "1 March", Direction = "up", AchieveAfter = 0 },
            Guardrails = [Literacy],
            Steps = [new() { Date = "2026-02-30" }],
            RequiredTypes = ["0"],
        };

        var error = TargetSimulation.Run(input).Error!;

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Fields.Select(f => f.Field).ShouldBe(["target.direction", "target.startDate", "target.achieveAfter", "steps[0].date", "requiredTypes[0]"]);
    }

    [Fact]
    public void Every_faulty_guardrail_is_told_at_its_place()
    {
        var input = new SimulationInput
        {
            Target = new(),
            Guardrails = [Literacy with { Type = "Luck", Mode = "maybe" }, Literacy with { Enter = 0.95 }, Literacy with { Id = null }, Literacy, Literacy, new()],
            Steps = [],
        };

        TargetSimulation.Run(input).Error!.Fields.Select(f => f.Field).ShouldBe(
            [
                "guardrails[0].type", "guardrails[0].mode", "guardrails[1].exit", "guardrails[2].id", "guardrails[4].id",
                "guardrails[5].type", "guardrails[5].direction", "guardrails[5].enter", "guardrails[5].exit",
            ]);
    }

    [Fact]
    public void An_empty_request_is_refused_with_what_it_lacks() =>
        TargetSimulation.Run(new()).Error!.Fields.Select(f => f.Field).ShouldBe(["target", "guardrails", "steps"]);

    [Fact]
    public void Time_does_not_run_backwards()
    {
        var input = new SimulationInput { Target = new(), Guardrails = [], Steps = [new() { Date = "2026-03-02" }, new() { Date = "2026-03-01" }] };

        TargetSimulation.Run(input).Error!.Fields.Single().Field.ShouldBe("steps[1].date");
    }

    [Fact]
    public void An_event_without_a_type_and_too_many_steps_are_refused()
    {
        var step = new SimulationStep { Date = "2026-03-02" };
        var input = new SimulationInput
        {
            Target = new(),
            Guardrails = [],
            Steps = [step with { Events = [null] }, .. Enumerable.Repeat(step, TargetSimulation.MaxSteps)],
        };

        TargetSimulation.Run(input).Error!.Fields.Select(f => f.Field).ShouldBe(["steps", "steps[0].events"]);
    }

    [Fact]
    public void The_answer_is_written_in_the_shape_of_a_case()
    {
        var input = new SimulationInput
        {
            Target = new(),
            Guardrails = [Literacy],
            Steps = [new() { Date = "2026-03-02", Observations = new Dictionary<string, GuardrailObservation?> { ["training"] = new(0.45) } }],
        };

        JsonSerializer.Serialize(TargetSimulation.Run(input).Value, JsonSerializerOptions.Web).ShouldBe(
            """{"finalState":"Draft","log":[{"date":"2026-03-02","state":"Draft","blockers":["training"],"status":{"training":"Fail"},"readiness":0.5,"why":[]}]}""");
    }
}
