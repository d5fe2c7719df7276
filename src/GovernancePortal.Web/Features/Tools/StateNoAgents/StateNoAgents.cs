using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Tools.StateNoAgents;

/// <summary>States that today no tool or agent can change production in a unit or below it. It counts as evidence that grows old.</summary>
[Requires(Policies.ManageTools)]
public sealed record StateNoAgentsCommand(UnitId UnitId, string Note) : IRequest<Result>, IUnitRequest;

internal sealed class StateNoAgentsValidator : AbstractValidator<StateNoAgentsCommand>
{
    public StateNoAgentsValidator() =>
        RuleFor(c => c.Note)
            .NotEmpty().WithMessage("Say how you know.")
            .MaximumLength(NoAgentsStatement.NoteMaxLength).WithMessage($"Use at most {NoAgentsStatement.NoteMaxLength} characters.");
}

internal sealed class StateNoAgentsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<StateNoAgentsCommand, Result>
{
    public async Task<Result> Handle(StateNoAgentsCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var unit = await db.Units.SingleAsync(u => u.Id == request.UnitId, cancellationToken);
        var (left, right) = (unit.Left, unit.Right);
        var known = await db
            .AiTools.IgnoreAutoIncludes()
            .Where(t => t.ProductionAccess && (t.RetiredOn == null || t.RetiredOn > today) && t.Units.Any(a => db.Units.Any(u => u.Id == a.UnitId && u.Left <= right && u.Right >= left)))
            .OrderBy(t => t.Name)
            .Select(t => t.Name)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is not null) return AiToolErrors.HasProductionAccess(known);

        // Twice on one day says no more than once; the index refuses it.
        db.NoAgentsStatements.Add(new NoAgentsStatement(unit.Id, today, request.Note.Trim()));
        db.Record(user.Actor, "tool.none-stated", $"unit:{unit.Id.Value}", new { on = today, note = request.Note.Trim() });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
