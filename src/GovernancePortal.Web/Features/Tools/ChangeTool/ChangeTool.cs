using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.Registry;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Tools.ChangeTool;

/// <summary>What the form begins with.</summary>
[Requires(Policies.ManageTools)]
public sealed record GetToolTermsQuery(AiToolId ToolId) : IRequest<Result<ToolBrief>>;

/// <summary>States an entry anew; what stood before is kept in the ledger.</summary>
/// <param name="Version">Of the entry, as it was read.</param>
[Requires(Policies.ManageTools)]
public sealed record ChangeToolCommand(AiToolId ToolId, int Version, AiToolTerms Terms) : IRequest<Result>;

internal sealed class ChangeToolValidator : AbstractValidator<ChangeToolCommand>
{
    public ChangeToolValidator(TimeProvider clock) => RuleFor(c => c.Terms).SetValidator(new ToolTermsValidator(clock));
}

internal sealed class ChangeToolHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetToolTermsQuery, Result<ToolBrief>>,
        IRequestHandler<ChangeToolCommand, Result>
{
    public Task<Result<ToolBrief>> Handle(GetToolTermsQuery request, CancellationToken cancellationToken) =>
        ToolBrief.ReadAsync(contexts, user, request.ToolId, clock.Today(), cancellationToken);

    public async Task<Result> Handle(ChangeToolCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var found = await ToolChecks.FindAsync(db, user, request.ToolId, request.Version, today, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (tool, before) = (found.Value, found.Value.Terms);
        var faults = await ToolChecks.FaultsAsync(db, request.Terms, before, user.ScopeOf(Policies.ManageTools), today, cancellationToken);
        if (faults.Count > 0) return FieldRefusal.Of(faults);

        var changed = tool.Change(request.Terms, today);
        if (!changed.IsSuccess) return changed;

        // Units are rows of their own: without this, a change of them alone would pass by somebody else's.
        db.Entry(tool).Property(t => t.Name).IsModified = true;
        db.EvaluationSignals.Add(new EvaluationSignal("tool", clock.GetUtcNow()));
        db.Record(user.Actor, "tool.changed", $"tool:{tool.Id}", new { before = ToolChecks.Payload(before), after = ToolChecks.Payload(tool.Terms) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
