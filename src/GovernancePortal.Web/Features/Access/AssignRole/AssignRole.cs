using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.AssignRole;

/// <summary>Gives a user a role for a unit and everything below it.</summary>
[Requires(Policies.ManageUsers)]
public sealed record AssignRoleCommand(Guid UserId, Role? Role, UnitId UnitId) : IRequest<Result>, IUnitRequest;

internal sealed class AssignRoleValidator : AbstractValidator<AssignRoleCommand>
{
    public AssignRoleValidator() => RuleFor(c => c.Role).NotNull().WithMessage("Choose a role.").IsInEnum().WithMessage("Choose a role.");
}

internal sealed class AssignRoleHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<AssignRoleCommand, Result>
{
    public async Task<Result> Handle(AssignRoleCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (role, scope) = (request.Role!.Value, user.ScopeOf(Policies.ManageUsers));

        if (request.UserId == user.UserId) return AccessErrors.OwnRoles;

        var account = await db.Users.VisibleTo(db, scope).SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken);
        if (account is null) return CommonErrors.NotFound;
        if (account.RemovedAt is not null) return AccessErrors.UserRemoved;

        var held = await db.RoleAssignments.AnyAsync(a => a.UserId == account.Id && a.Role == role && a.UnitId == request.UnitId, cancellationToken);
        if (held) return AccessErrors.RoleAlreadyHeld;

        db.RoleAssignments.Add(new RoleAssignment(account.Id, role, request.UnitId, clock.GetUtcNow()));
        db.Record(user.Actor, "role.assigned", $"user:{account.Id}", new { role = role.ToString(), unit = request.UnitId.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
