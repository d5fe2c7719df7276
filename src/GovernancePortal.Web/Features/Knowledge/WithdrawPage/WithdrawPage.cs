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

namespace GovernancePortal.Web.Features.Knowledge.WithdrawPage;

/// <summary>Takes a page out of use for good; it stays readable in the register.</summary>
/// <param name="Version">Of the page's entry, as it was looked at.</param>
[Requires(Policies.ManagePages)]
public sealed record WithdrawPageCommand(KnowledgePageId PageId, int Version, string Reason) : IRequest<Result>;

internal sealed class WithdrawPageValidator : AbstractValidator<WithdrawPageCommand>
{
    public WithdrawPageValidator() =>
        RuleFor(c => c.Reason)
            .NotEmpty().WithMessage(KnowledgeErrors.ReasonMissing.Message)
            .MaximumLength(KnowledgePage.ReasonMaxLength).WithMessage(KnowledgeErrors.ReasonTooLong.Message);
}

internal sealed class WithdrawPageHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawPageCommand, Result>
{
    public async Task<Result> Handle(WithdrawPageCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var found = await PageAccess.FindAsync(db, user.ScopeOf(Policies.ManagePages), request.PageId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var withdrawn = found.Value.Withdraw(request.Reason, now);
        if (!withdrawn.IsSuccess) return withdrawn;

        await PageAccess.SettleAsync(db, found.Value.Id, now, cancellationToken);
        db.EvaluationSignals.Add(new EvaluationSignal("knowledge", now));
        db.Record(user.Actor, "page.withdrawn", PageAccess.Subject(found.Value.Id), new { hash = found.Value.ContentHash, reason = request.Reason.Trim() });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
