using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
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
public sealed record ListUsersQuery(string? Search, Role? Role, AccountState State, int Page, int PageSize) : IRequest<Result<UserList>>
{
    public const int MaxPageSize = 100;
    public const int SearchMaxLength = 100;
}

internal sealed class ListUsersValidator : AbstractValidator<ListUsersQuery>
{
    public ListUsersValidator()
    {
        RuleFor(q => q.Page).InclusiveBetween(1, 100_000).WithMessage("There is no such page.");
        RuleFor(q => q.PageSize).InclusiveBetween(1, ListUsersQuery.MaxPageSize).WithMessage("Show at most 100 users at once.");
        RuleFor(q => q.Search).MaximumLength(ListUsersQuery.SearchMaxLength).WithMessage("Search for at most 100 characters.");
        RuleFor(q => q.State).IsInEnum();
        RuleFor(q => q.Role).IsInEnum();
    }
}

internal sealed class ListUsersHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListUsersQuery, Result<UserList>>
{
    public async Task<Result<UserList>> Handle(ListUsersQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        var users = InState(db.Users.AsNoTracking().VisibleTo(db, user.ScopeOf(Policies.ManageUsers)), db, request.State);
        if (request.Role is { } role) users = users.Where(u => db.RoleAssignments.Any(a => a.UserId == u.Id && a.Role == role));
        if (!string.IsNullOrWhiteSpace(request.Search)) users = Matching(users, request.Search.Trim());

        var count = await users.CountAsync(cancellationToken);
        var rows = await users
            .OrderBy(u => u.DisplayName)
            .ThenBy(u => u.Id)
            .Skip((request.Page - 1) * request.PageSize)
            .Take(request.PageSize)
            .Select(u => new UserRow(
                u.Id,
                u.DisplayName,
                u.Email ?? "",
                db.RoleAssignments.Where(a => a.UserId == u.Id).Select(a => a.Role).Distinct().ToList(),
                u.PasswordHash != null,
                db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().Count(p => p.UserId == u.Id),
                u.TwoFactorEnabled,
                u.RemovedAt
            ))
            .ToListAsync(cancellationToken);
        return new UserList(rows, count);
    }

    private static IQueryable<PortalUser> InState(IQueryable<PortalUser> users, PortalDbContext db, AccountState state) =>
        state switch
        {
            AccountState.Removed => users.Where(u => u.RemovedAt != null),
            AccountState.Invited => users.Where(u =>
                u.RemovedAt == null
                && u.PasswordHash == null
                && !db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().Any(p => p.UserId == u.Id)
                && !db.UserLogins.Any(l => l.UserId == u.Id)
            ),
            _ => users.Where(u => u.RemovedAt == null),
        };

    private static IQueryable<PortalUser> Matching(IQueryable<PortalUser> users, string search)
    {
        var part = string.Concat(search.Select(c => c is '%' or '_' or '[' or '\\' ? $"\\{c}" : c.ToString()));
        var (anywhere, upper) = ($"%{part}%", $"%{part.ToUpperInvariant()}%");
        return users.Where(u => EF.Functions.Like(u.DisplayName, anywhere, "\\") || EF.Functions.Like(u.NormalizedEmail!, upper, "\\"));
    }
}

/// <param name="Rows">One page of accounts.</param>
/// <param name="Count">How many there are on all pages.</param>
public sealed record UserList(IReadOnlyList<UserRow> Rows, int Count);

public sealed record UserRow(
    Guid Id,
    string DisplayName,
    string Email,
    IReadOnlyList<Role> Roles,
    bool HasPassword,
    int Passkeys,
    bool HasApp,
    DateTimeOffset? RemovedAt
);
