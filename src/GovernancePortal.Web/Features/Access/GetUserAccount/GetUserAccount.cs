using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.GetUserAccount;

/// <summary>One account as its administrators see it.</summary>
[Requires(Policies.ManageUsers)]
public sealed record GetUserAccountQuery(Guid UserId) : IRequest<Result<UserAccount>>;

internal sealed class GetUserAccountHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetUserAccountQuery, Result<UserAccount>>
{
    public async Task<Result<UserAccount>> Handle(GetUserAccountQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ManageUsers);

        var account = await db.Users.AsNoTracking().VisibleTo(db, scope).SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken);
        if (account is null) return CommonErrors.NotFound;

        var roles = await (
            from assignment in db.RoleAssignments
            join unit in db.Units on assignment.UnitId equals unit.Id
            where assignment.UserId == account.Id
            orderby assignment.Role, unit.Left
            select new { assignment.Id, assignment.Role, unit.Path, unit.Left, assignment.AssignedAt }
        ).ToListAsync(cancellationToken);
        var rows = roles.Select(r => new HeldRole(r.Id, r.Role, r.Path, r.AssignedAt, scope.Covers(r.Left))).ToArray();

        var passkeys = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == account.Id, cancellationToken);
        var company = await db.UserLogins.AnyAsync(l => l.UserId == account.Id, cancellationToken);
        var person = await db.People.Where(p => p.Id == account.PersonId).Select(p => p.Name + ", " + p.EmployeeNumber).SingleOrDefaultAsync(cancellationToken);
        var locked = account.LockoutEnd > clock.GetUtcNow() ? account.LockoutEnd : null;
        return new UserAccount(account.Id, account.DisplayName, account.Email ?? "", rows, account.PasswordHash is not null, passkeys,
            account.TwoFactorEnabled, company, locked, account.RemovedAt, account.Id == user.UserId, rows.All(r => r.InScope), person);
    }
}

/// <param name="Id">The account.</param>
/// <param name="DisplayName">Name or function.</param>
/// <param name="Email">What it signs in with.</param>
/// <param name="Roles">Every role, also those outside the scope of whoever asks.</param>
/// <param name="HasPassword">Whether a password was ever set.</param>
/// <param name="Passkeys">How many passkeys open it.</param>
/// <param name="HasApp">Whether an authenticator app is asked for.</param>
/// <param name="HasCompanyAccount">Whether a company account is tied to it.</param>
/// <param name="LockedUntil">Set while too many wrong tries keep it locked.</param>
/// <param name="RemovedAt">Set when it was removed.</param>
/// <param name="IsOwn">Whether it is the account of whoever asks.</param>
/// <param name="MayChange">Whether the scope of whoever asks covers all of its roles.</param>
/// <param name="Person">Name and number of the person it is linked to; null when to nobody.</param>
public sealed record UserAccount(
    Guid Id,
    string DisplayName,
    string Email,
    IReadOnlyList<HeldRole> Roles,
    bool HasPassword,
    int Passkeys,
    bool HasApp,
    bool HasCompanyAccount,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? RemovedAt,
    bool IsOwn,
    bool MayChange,
    string? Person
);

public sealed record HeldRole(RoleAssignmentId Id, Role Role, string UnitPath, DateTimeOffset AssignedAt, bool InScope);
