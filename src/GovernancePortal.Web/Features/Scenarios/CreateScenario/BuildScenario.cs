using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Words;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>How many positions a scenario built from a unit would have.</summary>
[Requires(Policies.EditScenarios)]
public sealed record CountPositionsQuery(UnitId UnitId, DisplacedChoice Displaced) : IRequest<Result<PositionCount>>, IUnitRequest;

/// <param name="Levels">From junior to principal.</param>
/// <param name="Notes">What was assumed, in sentences.</param>
public sealed record PositionCount(string UnitName, double Positions, double Displaced, IReadOnlyList<LevelCount> Levels, IReadOnlyList<string> Notes);

/// <summary>Builds a scenario from the people of a unit and everything below it, with what they cost by the roster.</summary>
/// <param name="Name">For people.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Frame">Horizon, revenue and currency.</param>
/// <param name="Displaced">Whose positions are displaced; the names are not kept.</param>
[Requires(Policies.EditScenarios)]
public sealed record BuildScenarioCommand(string Name, UnitId UnitId, ScenarioFrame Frame, DisplacedChoice Displaced) : IRequest<Result<ScenarioId>>, IUnitRequest;

internal sealed class BuildScenarioHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<CountPositionsQuery, Result<PositionCount>>,
        IRequestHandler<BuildScenarioCommand, Result<ScenarioId>>
{
    private static readonly Error NoPay = FieldRefusal.At("UnitId", "The roster holds no cost for the people of this unit. Import it, or bring a file.");

    public async Task<Result<PositionCount>> Handle(CountPositionsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await ReadAsync(db, request.UnitId, request.Displaced, cancellationToken);
        if (!read.IsSuccess) return read.Error!;

        var cells = read.Value.Positions.Cells;
        return new PositionCount(read.Value.Unit.Name, cells.Sum(c => c.Count), cells.Where(c => c.IsDisplaced).Sum(c => c.Count), LevelCount.Of(cells), read.Value.Positions.Notes);
    }

    public async Task<Result<ScenarioId>> Handle(BuildScenarioCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await ReadAsync(db, request.UnitId, request.Displaced, cancellationToken);
        if (!read.IsSuccess) return read.Error!;

        var (unit, positions) = read.Value;
        if (!positions.Cells.Any(c => c.IsDisplaced)) return FieldRefusal.At("Shares", "Say which positions are displaced: a share of a level, or people by name.");

        var input = new ScenarioInput { HorizonMonths = request.Frame.HorizonMonths, AnnualRevenue = request.Frame.AnnualRevenue, Currency = request.Frame.Currency.Trim(), Staff = positions.Cells };
        var note = string.Join(' ', [$"Positions of {unit.Name} as the roster had them on {Say.Day(clock.Today())}.", .. positions.Notes]);
        var created = Scenario.Create(new ScenarioHead(request.Name, unit.Id), ScenarioOrigin.Organisation, input, note, user.Actor, user.DisplayName, clock.GetUtcNow());
        if (!created.IsSuccess) return created.Error!;

        db.Scenarios.Add(created.Value);
        db.Tell(user, created.Value, "created", ScenarioPayload.Of(created.Value, input));
        await db.SaveChangesAsync(cancellationToken);
        return created.Value.Id;
    }

    private async Task<Result<(Unit Unit, RosterPositions Positions)>> ReadAsync(PortalDbContext db, UnitId id, DisplacedChoice displaced, CancellationToken cancellationToken)
    {
        if (displaced.Shares.Values.Any(s => s is not (>= 0 and <= 1))) return FieldRefusal.At("Shares", "A share lies between 0 and 100%.");
        if (displaced.People.Count > DisplacedChoice.MostPeople) return FieldRefusal.At("People", $"Pick at most {DisplacedChoice.MostPeople} people, or give shares.");
        // What comes of it holds pay, so the right to see pay is asked for as well.
        if (await ScenarioAccess.RefusalAsync(db, user.ScopeOf(Policies.ViewPay), id, cancellationToken) is { } refusal) return refusal;

        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == id, cancellationToken);
        var positions = await RosterPositions.ReadAsync(db, unit, displaced, clock.Today(), cancellationToken);
        if (positions.LeftOut > 0) return FieldRefusal.At("People", $"{Say.Of(positions.LeftOut, "person picked does", "people picked do")} not work in {unit.Name} as an employee.");
        return positions.HasPay ? (unit, positions) : NoPay;
    }
}
