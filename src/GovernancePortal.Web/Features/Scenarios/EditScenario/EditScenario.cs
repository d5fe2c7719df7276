using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Policy = GovernancePortal.Domain.Scenarios.Policy;

namespace GovernancePortal.Web.Features.Scenarios.EditScenario;

/// <summary>What the form starts from.</summary>
[Requires(Policies.EditScenarios)]
public sealed record GetScenarioQuestionQuery(ScenarioId Id) : IRequest<Result<ScenarioQuestion>>;

/// <param name="Scenario">What it is.</param>
/// <param name="Frame">Horizon, revenue and currency.</param>
/// <param name="Levels">Positions by level, without what they cost.</param>
/// <param name="Policies">In the order in which they are compared; the first is the reference.</param>
public sealed record ScenarioQuestion(ScenarioTitle Scenario, ScenarioFrame Frame, IReadOnlyList<LevelCount> Levels, IReadOnlyList<Policy> Policies);

/// <summary>Changes a scenario but for its parameters.</summary>
/// <param name="Id">Of the scenario.</param>
/// <param name="Version">As it was read.</param>
/// <param name="Name">For people.</param>
/// <param name="Frame">Horizon, revenue and currency.</param>
/// <param name="Policies">All of them.</param>
/// <param name="Displaced">Of a level, which share of it is displaced from now on; a level that is not named stays as it is.</param>
[Requires(Platform.Access.Policies.EditScenarios)]
public sealed record ReviseScenarioCommand(ScenarioId Id, int Version, string Name, ScenarioFrame Frame, IReadOnlyList<Policy> Policies, IReadOnlyDictionary<Level, double> Displaced) : IRequest<Result<ScenarioId>>;

/// <summary>Puts a scenario aside with its runs, or takes it up again.</summary>
/// <param name="Archived">Whether it rests from now on.</param>
/// <param name="Reason">For the ledger.</param>
[Requires(Policies.EditScenarios)]
public sealed record ArchiveScenarioCommand(ScenarioId Id, int Version, bool Archived, string Reason) : IRequest<Result<ScenarioId>>;

internal sealed class ArchiveScenarioValidator : AbstractValidator<ArchiveScenarioCommand>
{
    public ArchiveScenarioValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why in a sentence.").MaximumLength(Scenario.ReasonMaxLength).WithMessage($"Use at most {Scenario.ReasonMaxLength} characters.");
}

internal sealed class EditScenarioHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<GetScenarioQuestionQuery, Result<ScenarioQuestion>>,
        IRequestHandler<ReviseScenarioCommand, Result<ScenarioId>>,
        IRequestHandler<ArchiveScenarioCommand, Result<ScenarioId>>
{
    public async Task<Result<ScenarioQuestion>> Handle(GetScenarioQuestionQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindAsync(db, user, Policies.EditScenarios, request.Id, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var input = found.Value.Input;
        return new ScenarioQuestion(await ScenarioRunReader.TitleAsync(db, user, found.Value, cancellationToken), ScenarioFrame.Of(input), LevelCount.Of(input.Staff), input.Policies);
    }

    public async Task<Result<ScenarioId>> Handle(ReviseScenarioCommand request, CancellationToken cancellationToken)
    {
        if (request.Displaced.Any(d => d.Value is not (>= 0 and <= 1))) return FieldRefusal.At("Displaced", "A share lies between 0 and 100%.");
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindForChangeAsync(db, user, request.Id, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var scenario = found.Value;
        var (before, name) = (scenario.Input, scenario.Name);
        var after = before with
        {
            HorizonMonths = request.Frame.HorizonMonths,
            AnnualRevenue = request.Frame.AnnualRevenue,
            Currency = request.Frame.Currency.Trim(),
            Policies = request.Policies,
            Staff = request.Displaced.Count == 0 ? before.Staff : StaffShares.Displace(before.Staff, request.Displaced),
        };
        var revised = scenario.Revise(new ScenarioHead(request.Name, scenario.UnitId), after);
        if (!revised.IsSuccess) return revised.Error!;

        var changes = ScenarioChanges.Between(before, after);
        if (changes.Count == 0 && name.Equals(scenario.Name, StringComparison.Ordinal)) return scenario.Id;

        db.Tell(user, scenario, "revised", new { before = name, name = scenario.Name, changes });
        await db.SaveChangesAsync(cancellationToken);
        return scenario.Id;
    }

    public async Task<Result<ScenarioId>> Handle(ArchiveScenarioCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ScenarioAccess.FindForChangeAsync(db, user, request.Id, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var done = request.Archived ? found.Value.Archive() : found.Value.Resume();
        if (!done.IsSuccess) return done.Error!;
        db.Tell(user, found.Value, request.Archived ? "archived" : "resumed", new { reason = request.Reason.Trim() });
        await db.SaveChangesAsync(cancellationToken);
        return found.Value.Id;
    }
}
