using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.QuarantinePage;

/// <summary>Withholds a page from agents at once, until somebody verifies it.</summary>
/// <param name="Version">Of the page's entry, as it was looked at.</param>
[Requires(Policies.QuarantinePages)]
public sealed record QuarantinePageCommand(KnowledgePageId PageId, int Version, string Reason) : IRequest<Result>;

internal sealed class QuarantinePageValidator : AbstractValidator<QuarantinePageCommand>
{
    public QuarantinePageValidator() =>
        RuleFor(c => c.Reason)
            .NotEmpty().WithMessage(KnowledgeErrors.ReasonMissing.Message)
            .MaximumLength(KnowledgePage.ReasonMaxLength).WithMessage(KnowledgeErrors.ReasonTooLong.Message);
}

internal sealed class QuarantinePageHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<QuarantinePageCommand, Result>
{
    public async Task<Result> Handle(QuarantinePageCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var found = await PageAccess.FindAsync(db, user.ScopeOf(Policies.QuarantinePages), request.PageId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var quarantined = found.Value.Quarantine(request.Reason, now);
        if (!quarantined.IsSuccess) return quarantined;

        await PageAccess.SettleAsync(db, found.Value.Id, now, cancellationToken);
        db.EvaluationSignals.Add(new EvaluationSignal("knowledge", now));
        db.Record(user.Actor, "page.quarantined", PageAccess.Subject(found.Value.Id), new { hash = found.Value.ContentHash, reason = request.Reason.Trim() });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
