using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.SetParameters;

/// <summary>All parameters of a scenario with what they are set to and why.</summary>
[Requires(Policies.SeeScenarios)]
public sealed record GetParametersQuery(ScenarioId Id) : IRequest<Result<ParameterSheet>>;

/// <param name="Rows">In the order of the model.</param>
/// <param name="Currency">Of the scenario.</param>
public sealed record ParameterSheet(ScenarioTitle Scenario, IReadOnlyList<ParameterRow> Rows, string Currency);

/// <param name="Definition">What it is.</param>
/// <param name="Default">For this scenario.</param>
/// <param name="Own">Null where the default holds.</param>
/// <param name="Reason">Why it differs; empty where the default holds.</param>
public sealed record ParameterRow(ParameterDefinition Definition, Distribution Default, Distribution? Own, string Reason)
{
    public Distribution Value => Own ?? Default;
}

/// <summary>Sets a parameter, or gives it its default back.</summary>
/// <param name="Id">Of the scenario.</param>
/// <param name="Version">As it was read.</param>
/// <param name="Key">Of the parameter.</param>
/// <param name="Value">Null for the default.</param>
/// <param name="Reason">Why; kept with the value and in the ledger.</param>
[Requires(Policies.EditScenarios)]
public sealed record SetParameterCommand(ScenarioId Id, int Version, string Key, Distribution? Value, string Reason) : IRequest<Result<ScenarioId>>;

/// <summary>What the portal itself knows of parameters, for the unit of a scenario.</summary>
[Requires(Policies.EditScenarios)]
public sealed record MeasureParametersQuery(ScenarioId Id) : IRequest<Result<IReadOnlyList<OwnFigure>>>;

/// <param name="Parameter">Which.</param>
/// <param name="Value">Null where there is not enough to go by.</param>
/// <param name="Words">From how many rows and which days, or what is missing.</param>
public sealed record OwnFigure(Parameter Parameter, Distribution? Value, string Words);

internal sealed class SetParametersHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetParametersQuery, Result<ParameterSheet>>,
        IRequestHandler<SetParameterCommand, Result<ScenarioId>>,
        IRequestHandler<MeasureParametersQuery, Result<IReadOnlyList<OwnFigure>>>
{
    public async Task<Result<ParameterSheet>> Handle(GetParametersQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindAsync(db, user, Policies.SeeScenarios, request.Id, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (input, reasons) = (found.Value.Input, found.Value.Reasons);
        return new ParameterSheet(
            await ScenarioRunReader.TitleAsync(db, user, found.Value, cancellationToken),
            [
                .. ModelParameters.All.Select(p => new ParameterRow(
                    p, ModelParameters.DefaultOf(p.Parameter, input.AnnualRevenue), input.Parameters.GetValueOrDefault(p.Parameter), reasons.GetValueOrDefault(p.Key, ""))),
            ],
            input.Currency);
    }

    public async Task<Result<ScenarioId>> Handle(SetParameterCommand request, CancellationToken cancellationToken)
    {
        if (ModelParameters.Find(request.Key) is not { } definition) return FieldRefusal.At("Key", "The model has no such parameter.");
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindForChangeAsync(db, user, request.Id, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var scenario = found.Value;
        var before = scenario.Input.DistributionOf(definition.Parameter);
        var set = scenario.Set(definition.Parameter, request.Value, request.Reason);
        if (!set.IsSuccess) return set.Error!;

        db.Tell(user, scenario, "parameter", new
        {
            parameter = definition.Key,
            before = ScenarioChanges.Words(before),
            after = ScenarioChanges.Words(scenario.Input.DistributionOf(definition.Parameter)),
            isDefault = request.Value is null,
            reason = request.Reason.Trim(),
        });
        await db.SaveChangesAsync(cancellationToken);
        return scenario.Id;
    }

    public async Task<Result<IReadOnlyList<OwnFigure>>> Handle(MeasureParametersQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindAsync(db, user, Policies.EditScenarios, request.Id, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        // A scenario about no unit is read by those who cover everything, so everything is what it is measured from.
        var unit = await db.Units.AsNoTracking().SingleAsync(u => found.Value.UnitId == null ? u.ParentId == null : u.Id == found.Value.UnitId, cancellationToken);
        return await new OwnData(db, unit, clock.Today()).MeasureAsync(cancellationToken);
    }
}
