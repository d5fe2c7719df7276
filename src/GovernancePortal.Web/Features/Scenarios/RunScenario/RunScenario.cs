using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.RunScenario;

/// <summary>Works a scenario out as it is now and keeps the result; answers with the number of the run.</summary>
/// <param name="Id">Of the scenario.</param>
/// <param name="Draws">For the part by chance.</param>
/// <param name="Seed">The same seed gives the same draws.</param>
/// <param name="Progress">Told how many draws are done, on any thread.</param>
[Requires(Policies.EditScenarios)]
public sealed record RunScenarioCommand(ScenarioId Id, int Draws = MonteCarlo.BoardDraws, ulong Seed = ScenarioRun.DefaultSeed, IProgress<int>? Progress = null) : IRequest<Result<int>>;

internal sealed class RunScenarioValidator : AbstractValidator<RunScenarioCommand>
{
    public RunScenarioValidator() => RuleFor(c => c.Draws).InclusiveBetween(1, ScenarioRun.MostDraws).WithMessage($"Ask for 1 to {ScenarioRun.MostDraws:#,0} draws.");
}

internal sealed class RunScenarioHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<RunScenarioCommand, Result<int>>
{
    public async Task<Result<int>> Handle(RunScenarioCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindAsync(db, user, Policies.EditScenarios, request.Id, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var run = await ScenarioRunner.RunAsync(db, user, found.Value, request.Draws, request.Seed, clock.GetUtcNow(), request.Progress, cancellationToken);
        if (!run.IsSuccess) return run.Error!;
        await db.SaveChangesAsync(cancellationToken);
        return run.Value.Number;
    }
}
