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

namespace GovernancePortal.Web.Features.Tools.RetireTool;

/// <summary>The entry that is to be retired.</summary>
[Requires(Policies.ManageTools)]
public sealed record GetToolRetirementQuery(AiToolId ToolId) : IRequest<Result<ToolBrief>>;

/// <summary>Ends the approval everywhere; the entry stays readable.</summary>
/// <param name="Version">Of the entry, as it was read.</param>
[Requires(Policies.ManageTools)]
public sealed record RetireToolCommand(AiToolId ToolId, int Version, string Reason) : IRequest<Result>;

internal sealed class RetireToolValidator : AbstractValidator<RetireToolCommand>
{
    public RetireToolValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State why it is no longer used.").MaximumLength(AiTool.ReasonMaxLength).WithMessage($"Use at most {AiTool.ReasonMaxLength} characters.");
}

internal sealed class RetireToolHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetToolRetirementQuery, Result<ToolBrief>>,
        IRequestHandler<RetireToolCommand, Result>
{
    public Task<Result<ToolBrief>> Handle(GetToolRetirementQuery request, CancellationToken cancellationToken) =>
        ToolBrief.ReadAsync(contexts, user, request.ToolId, clock.Today(), cancellationToken);

    public async Task<Result> Handle(RetireToolCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var found = await ToolChecks.FindAsync(db, user, request.ToolId, request.Version, today, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var retired = found.Value.Retire(today, request.Reason);
        if (!retired.IsSuccess) return retired;

        db.EvaluationSignals.Add(new EvaluationSignal("tool", clock.GetUtcNow()));
        db.Record(user.Actor, "tool.retired", $"tool:{request.ToolId}", new { on = today, reason = request.Reason.Trim() });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
