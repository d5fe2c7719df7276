using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.ChooseMail;

/// <summary>Says how often notices come by mail to whoever asks; the inbox always has them. A mail that waits already follows the new choice.</summary>
[Requires(Policies.SignedIn)]
public sealed record ChooseMailCommand(MailChoice Choice) : IRequest<Result>;

internal sealed class ChooseMailValidator : AbstractValidator<ChooseMailCommand>
{
    public ChooseMailValidator() => RuleFor(c => c.Choice).IsInEnum().WithMessage("Choose one of the three.");
}

internal sealed class ChooseMailHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, IOptions<MailOptions> options, TimeProvider clock) : IRequestHandler<ChooseMailCommand, Result>
{
    public async Task<Result> Handle(ChooseMailCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changed = await db.Users.Where(u => u.Id == user.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.MailChoice, request.Choice), cancellationToken);
        if (changed == 0) return CommonErrors.NotFound;

        // "None" needs no step: the sender asks for the choice when the mail would go.
        if (user.PersonId is not { } person || request.Choice == MailChoice.None) return Result.Success;
        var now = clock.GetUtcNow();
        var (quiet, calendar) = (options.Value.Quiet, options.Value.Calendar);
        var due = quiet.NextOpen(request.Choice == MailChoice.Weekly ? calendar.WeeklyMailAt(calendar.DayOf(now)) : now);
        await db.NoticeMails.Where(m => m.RecipientId == person.Value && !m.IsDigest && m.State == MailState.Waiting && m.Tries == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, due), cancellationToken);
        return Result.Success;
    }
}
