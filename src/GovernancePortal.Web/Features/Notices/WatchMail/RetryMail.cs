using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Notices.WatchMail;

/// <summary>Lets mails that failed for one cause go out after all; answers with how many.</summary>
[Requires(Policies.ManageMail)]
public sealed record RetryMailCommand(MailFault Fault) : IRequest<Result<int>>, IWholeOrganisationRequest;

internal sealed class RetryMailValidator : AbstractValidator<RetryMailCommand>
{
    public RetryMailValidator() => RuleFor(c => c.Fault).IsInEnum().NotEqual(MailFault.None).WithMessage("Choose what is to be tried again.");
}

internal sealed class RetryMailHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<RetryMailCommand, Result<int>>
{
    public async Task<Result<int>> Handle(RetryMailCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(token => RetryAsync(request.Fault, token), cancellationToken);
    }

    private async Task<int> RetryAsync(MailFault fault, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();

        // It keeps its message id and goes on counting from its first try, so that nothing new is put into it.
        var tried = await db.NoticeMails.Where(m => m.State == MailState.Failed && m.Fault == fault)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Waiting).SetProperty(m => m.Tries, 1).SetProperty(m => m.DueAt, now), cancellationToken);
        if (tried > 0) db.Record(user.Actor, "mail.retried", "mail", new { fault = fault.ToString(), mails = tried });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return tried;
    }
}
