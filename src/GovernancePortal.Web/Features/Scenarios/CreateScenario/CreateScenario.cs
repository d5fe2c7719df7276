using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Stores a scenario. Parameters that differ from their defaults need a reason each, unless they come with a file, which is then the reason.</summary>
/// <param name="Name">For people.</param>
/// <param name="UnitId">The unit it is about; null needs a role for the whole organisation.</param>
/// <param name="Origin">Where its positions come from.</param>
/// <param name="Input">Everything it is worked out from.</param>
/// <param name="Note">What was assumed where the positions come from.</param>
/// <param name="Reasons">By the key of a parameter, why it differs.</param>
[Requires(Policies.EditScenarios)]
public sealed record CreateScenarioCommand(
    string Name, UnitId? UnitId, ScenarioOrigin Origin, ScenarioInput Input, string Note = "", IReadOnlyDictionary<string, string>? Reasons = null) : IRequest<Result<ScenarioId>>;

internal sealed class CreateScenarioHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<CreateScenarioCommand, Result<ScenarioId>>
{
    public async Task<Result<ScenarioId>> Handle(CreateScenarioCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ScenarioAccess.RefusalAsync(db, user.ScopeOf(Policies.EditScenarios), request.UnitId, cancellationToken) is { } refusal) return refusal;

        var created = Scenario.Create(new ScenarioHead(request.Name, request.UnitId), request.Origin, request.Input, request.Note, user.Actor, user.DisplayName, clock.GetUtcNow());
        if (!created.IsSuccess) return created.Error!;

        var scenario = created.Value;
        scenario.Explain(ReasonsFor(request));
        db.Scenarios.Add(scenario);
        db.Tell(user, scenario, "created", ScenarioPayload.Of(scenario, request.Input));
        await db.SaveChangesAsync(cancellationToken);
        return scenario.Id;
    }

    private static Dictionary<string, string> ReasonsFor(CreateScenarioCommand request)
    {
        var standard = request.Origin switch
        {
            ScenarioOrigin.Template => "From the template.",
            ScenarioOrigin.Import => "From the imported file.",
            _ => "Set when the scenario was built.",
        };
        return request.Input.Parameters.Keys.Select(p => ModelParameters.Of(p).Key).ToDictionary(key => key, key => request.Reasons?.GetValueOrDefault(key) ?? standard, StringComparer.Ordinal);
    }
}
