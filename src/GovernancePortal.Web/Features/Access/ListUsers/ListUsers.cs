using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.ListUsers;

/// <summary>Which accounts a list shows.</summary>
public enum AccountState
{
    /// <summary>Everyone who can sign in or is invited to.</summary>
    Open,
    Invited,
    Removed,
}

[Requires(Policies.ManageUsers)]
public sealed record ListUsersQuery(string? Search, Role? Role, AccountState State, Paging Paging) : IRequest<Result<PageOf<UserRow>>>
{
    public const int SearchMaxLength = 100;
}

internal sealed class ListUsersValidator : AbstractValidator<ListUsersQuery>
{
    public ListUsersValidator()
    {
        RuleFor(q => q.Search).MaximumLength(ListUsersQuery.SearchMaxLength).WithMessage("Search for at most 100 characters.");
        RuleFor(q => q.State).IsInEnum();
        RuleFor(q => q.Role).IsInEnum();
    }
}

internal sealed class ListUsersHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListUsersQuery, Result<PageOf<UserRow>>>
{
    public async Task<Result<PageOf<UserRow>>> Handle(ListUsersQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        var users = InState(db.Users.AsNoTracking().VisibleTo(db, user.ScopeOf(Policies.ManageUsers)), db, request.State);
        if (request.Role is { } role) users = users.Where(u => db.RoleAssignments.Any(a => a.UserId == u.Id && a.Role == role));
        if (!string.IsNullOrWhiteSpace(request.Search)) users = Matching(users, request.Search.Trim());

        var count = await users.CountAsync(cancellationToken);
        var paging = request.Paging.Within(count);
        var rows = await users
            .OrderBy(u => u.DisplayName)
            .ThenBy(u => u.Id)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(u => new UserRow(
                u.Id,
                u.DisplayName,
                u.Email ?? "",
                db.RoleAssignments.Where(a => a.UserId == u.Id).Select(a => a.Role).ToList(),
                u.PasswordHash != null,
                db.Set<IdentityUserPasskey<Guid>>().Count(p => p.UserId == u.Id),
                u.TwoFactorEnabled,
                db.UserLogins.Any(l => l.UserId == u.Id),
                u.RemovedAt
            ))
            .ToListAsync(cancellationToken);
        return new PageOf<UserRow>(rows, count, paging.Page, paging.Size);
    }

    private static IQueryable<PortalUser> InState(IQueryable<PortalUser> users, PortalDbContext db, AccountState state) =>
        state switch
        {
            AccountState.Removed => users.Where(u => u.RemovedAt != null),
            AccountState.Invited => users.Where(u =>
                u.RemovedAt == null
                && u.PasswordHash == null
                && !db.Set<IdentityUserPasskey<Guid>>().Any(p => p.UserId == u.Id)
                && !db.UserLogins.Any(l => l.UserId == u.Id)
            ),
            _ => users.Where(u => u.RemovedAt == null),
        };

    private static IQueryable<PortalUser> Matching(IQueryable<PortalUser> users, string search)
    {
        var (anywhere, upper) = (LikePattern.Containing(search), LikePattern.Containing(search.ToUpperInvariant()));
        return users.Where(u => EF.Functions.Like(u.DisplayName, anywhere, LikePattern.Escape) || EF.Functions.Like(u.NormalizedEmail!, upper, LikePattern.Escape));
    }
}

public sealed record UserRow(
    Guid Id,
    string DisplayName,
    string Email,
    IReadOnlyList<Role> Roles,
    bool HasPassword,
    int Passkeys,
    bool HasApp,
    bool HasCompanyAccount,
    DateTimeOffset? RemovedAt
);
