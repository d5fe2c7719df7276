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

namespace GovernancePortal.Web.Features.Tools.AddTool;

/// <summary>Registers a tool or agent.</summary>
[Requires(Policies.ManageTools)]
public sealed record AddToolCommand(AiToolTerms Terms) : IRequest<Result<AiToolId>>;

internal sealed class AddToolValidator : AbstractValidator<AddToolCommand>
{
    public AddToolValidator(TimeProvider clock)
    {
        RuleFor(c => c.Terms).SetValidator(new ToolTermsValidator(clock));
        RuleFor(c => c.Terms.ReviewDue).GreaterThan(clock.Today()).WithMessage("State a day that is still to come.");
    }
}

internal sealed class AddToolHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<AddToolCommand, Result<AiToolId>>
{
    public async Task<Result<AiToolId>> Handle(AddToolCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var faults = await ToolChecks.FaultsAsync(db, request.Terms, before: null, user.ScopeOf(Policies.ManageTools), clock.Today(), cancellationToken);
        if (faults.Count > 0) return FieldRefusal.Of(faults);

        var tool = new AiTool(AiToolId.New(), request.Terms, clock.GetUtcNow());
        db.AiTools.Add(tool);
        db.EvaluationSignals.Add(new EvaluationSignal("tool", clock.GetUtcNow()));
        db.Record(user.Actor, "tool.added", $"tool:{tool.Id}", ToolChecks.Payload(tool.Terms));
        await db.SaveChangesAsync(cancellationToken);
        return tool.Id;
    }
}
