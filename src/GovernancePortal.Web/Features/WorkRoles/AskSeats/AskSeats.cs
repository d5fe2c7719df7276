using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.WorkRoles.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.WorkRoles.AskSeats;

/// <summary>Units for which seats may be asked, by a part of their path.</summary>
[Requires(Policies.ManageWorkRoles)]
public sealed record FindSeatUnitsQuery(string Text) : IRequest<Result<IReadOnlyList<NamedChoice>>>;

/// <summary>What the portal's figures say for seats of a role in a unit.</summary>
[Requires(Policies.ManageWorkRoles)]
public sealed record GetSeatGroundQuery(RoleProfileId RoleId, UnitId UnitId) : IUnitRequest, IRequest<Result<SeatGround>>;

/// <summary>Asks for seats of a role in a unit; the portal's figures of the day are kept with the reason.</summary>
/// <param name="Reason">Why this number; may be empty where the figures say it.</param>
[Requires(Policies.ManageWorkRoles)]
public sealed record AskSeatsCommand(RoleProfileId RoleId, UnitId UnitId, int Seats, string Reason) : IUnitRequest, IRequest<Result>;

internal sealed class FindSeatUnitsValidator : AbstractValidator<FindSeatUnitsQuery>
{
    public FindSeatUnitsValidator() => RuleFor(q => q.Text).MaximumLength(Unit.PathMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class AskSeatsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<FindSeatUnitsQuery, Result<IReadOnlyList<NamedChoice>>>,
        IRequestHandler<GetSeatGroundQuery, Result<SeatGround>>,
        IRequestHandler<AskSeatsCommand, Result>
{
    public async Task<Result<IReadOnlyList<NamedChoice>>> Handle(FindSeatUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Units.OfferAsync(user.ScopeOf(Policies.ManageWorkRoles), request.Text, cancellationToken);
    }

    public async Task<Result<SeatGround>> Handle(GetSeatGroundQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var role = await db.RoleProfiles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.RoleId, cancellationToken);
        return role is null ? RoleErrors.NotFound : await SeatGround.ReadAsync(db, role.Kind, request.UnitId, clock.Today(), cancellationToken);
    }

    public async Task<Result> Handle(AskSeatsCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var role = await db.RoleProfiles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.RoleId, cancellationToken);
        if (role is null) return RoleErrors.NotFound;
        if (role.State == RoleState.Retired) return RoleErrors.Retired;

        var ground = await SeatGround.ReadAsync(db, role.Kind, request.UnitId, clock.Today(), cancellationToken);
        var seats = await db.RoleSeats.SingleOrDefaultAsync(s => s.RoleId == request.RoleId && s.UnitId == request.UnitId, cancellationToken);
        if (seats is null) db.RoleSeats.Add(seats = new RoleSeats(request.RoleId, request.UnitId));
        var asked = seats.Ask(request.Seats, $"{ground.Words} {request.Reason}", clock.Today(), user.Actor);
        if (!asked.IsSuccess) return asked;

        // The reason may speak of a case that nobody else knows of yet; it stays with the seats.
        db.Record(user.Actor, "workRole.seatsAsked", $"work-role:{role.Id}", new { unit = request.UnitId.Value, seats = request.Seats, figures = ground.Words });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
