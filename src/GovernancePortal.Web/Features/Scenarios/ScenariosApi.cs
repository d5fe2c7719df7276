using System.Text.Json;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.EvaluateScenario;
using GovernancePortal.Web.Features.Scenarios.ExportRun;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;

namespace GovernancePortal.Web.Features.Scenarios;

/// <summary>The model of reallocation over HTTP.</summary>
internal static class ScenariosApi
{
    private const string Everything = "deterministic,monteCarlo,tornado,breakEven,bestMix";

    private static readonly Error Invalid = new("scenario.invalid", "The scenario cannot be worked out; each fault says where it is.", ErrorKind.Invalid);

    public static void MapScenariosApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost("/api/v1/scenarios/evaluate", EvaluateAsync)
            .RequireAuthorization(Policies.EvaluateScenarios)
            .WithTags("Scenarios")
            .DisableAntiforgery()
            .WithSummary($"Compares policies for displaced positions; include names the parts, of {Everything}. Nothing is written")
            .Produces<ScenarioAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints
            .MapGet("/scenarios/{id:guid}/runs/{number:int}/run.{form:regex(^(json|xlsx)$)}", async (IMediator mediator, Guid id, int number, string form, CancellationToken cancellationToken) =>
                (await mediator.Send(new ExportScenarioRunQuery(new ScenarioId(id), number, form == "json" ? RunForm.Json : RunForm.Workbook), cancellationToken)).ToHttp(file => file.ToHttp()))
            .RequireAuthorization(Policies.SeeScenarios)
            .ExcludeFromDescription();
    }

    private static async Task<IResult> EvaluateAsync(IMediator mediator, JsonElement scenario, string? include, CancellationToken cancellationToken)
    {
        if (PartsOf(include) is not { } parts) return Problems.Of(new("scenario.include", $"Ask for parts of {Everything}.", ErrorKind.Invalid));
        var reading = ScenarioReader.Read(scenario);
        if (reading.Faults.Count > 0) return Problems.Of(Invalid, [new("faults", reading.Faults)]);

        var query = new EvaluateScenarioQuery(reading.Input, parts, reading.Draws ?? MonteCarlo.InteractiveDraws, reading.Seed ?? ScenarioRun.DefaultSeed);
        return (await mediator.Send(query, cancellationToken)).ToHttp();
    }

    private static ScenarioParts? PartsOf(string? include)
    {
        var parts = ScenarioParts.None;
        foreach (var name in (include ?? nameof(ScenarioParts.Deterministic)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Everything.Split(',').Contains(name, StringComparer.OrdinalIgnoreCase)) return null;
            parts |= Enum.Parse<ScenarioParts>(name, ignoreCase: true);
        }

        return parts == ScenarioParts.None ? null : parts;
    }
}
