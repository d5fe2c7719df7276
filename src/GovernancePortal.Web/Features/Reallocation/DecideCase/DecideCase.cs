using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.DecideCase;

/// <summary>A named person says what notice and consultation hold; what was suggested binds nobody.</summary>
/// <param name="Version">Of the case, as it was read.</param>
[Requires(Policies.ManageCases)]
public sealed record ConfirmNoticeCommand(CaseId CaseId, int Version, decimal Months, int ConsultationDays) : IRequest<Result>;

/// <summary>Tells those concerned.</summary>
[Requires(Policies.ManageCases)]
public sealed record PublishCaseCommand(CaseId CaseId, int Version) : IRequest<Result>;

/// <summary>Gives a case up: the positions stay.</summary>
[Requires(Policies.ManageCases)]
public sealed record WithdrawCaseCommand(CaseId CaseId, int Version, string Reason) : IRequest<Result>;

/// <summary>Nothing of it is left to do.</summary>
[Requires(Policies.ManageCases)]
public sealed record CloseCaseCommand(CaseId CaseId, int Version) : IRequest<Result>;

/// <summary>Erases what a case that is over holds about people.</summary>
[Requires(Policies.ManageCases)]
public sealed record EraseCaseCommand(CaseId CaseId, int Version, string Reason) : IRequest<Result>;

internal sealed class DecideCaseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ConfirmNoticeCommand, Result>,
        IRequestHandler<PublishCaseCommand, Result>,
        IRequestHandler<WithdrawCaseCommand, Result>,
        IRequestHandler<CloseCaseCommand, Result>,
        IRequestHandler<EraseCaseCommand, Result>
{
    public Task<Result> Handle(ConfirmNoticeCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(
            request.CaseId, request.Version, "notice.confirmed", one => one.ConfirmNotice(request.Months, request.ConsultationDays, user.Actor, user.DisplayName, clock.GetUtcNow()),
            _ => new { months = request.Months, consultationDays = request.ConsultationDays }, cancellationToken);

    public Task<Result> Handle(PublishCaseCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.CaseId, request.Version, "published", one => one.Publish(clock.GetUtcNow()), Whole, cancellationToken);

    public Task<Result> Handle(WithdrawCaseCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.CaseId, request.Version, "withdrawn", one => one.Withdraw(request.Reason, clock.GetUtcNow()), Whole, cancellationToken);

    public Task<Result> Handle(CloseCaseCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.CaseId, request.Version, "closed", one => one.Close(clock.GetUtcNow()), Whole, cancellationToken);

    public Task<Result> Handle(EraseCaseCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.CaseId, request.Version, "erased", one => one.Erase(request.Reason, clock.GetUtcNow()), one => new { positions = one.PositionCount }, cancellationToken);

    private static object Whole(DisplacementCase one) => new { positions = one.PositionCount, people = CaseSeal.Of(one.Seal, one.Positions.Where(p => p.WithdrawnAt is null).Select(p => p.PersonId)) };

    private async Task<Result> ChangeAsync(CaseId id, int version, string what, Func<DisplacementCase, Result> change, Func<DisplacementCase, object> payload, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CaseAccess.FindForChangeAsync(db, user, id, version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var done = change(found.Value);
        if (!done.IsSuccess) return done;
        db.Tell(user, found.Value, what, payload(found.Value));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
