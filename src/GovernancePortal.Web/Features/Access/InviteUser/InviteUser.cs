using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Identity;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.InviteUser;

/// <summary>Opens an account without a password, with its first role, and makes the link with which the person sets one.</summary>
[Requires(Policies.ManageUsers)]
public sealed record InviteUserCommand(string Email, string DisplayName, Role? Role, UnitId UnitId) : IRequest<Result<Invitation>>, IUnitRequest;

internal sealed class InviteUserValidator : AbstractValidator<InviteUserCommand>
{
    public InviteUserValidator()
    {
        RuleFor(c => c.Email).NotEmpty().WithMessage("Enter the work e-mail.");
        RuleFor(c => c.Email).EmailAddress().When(c => c.Email.Length > 0).WithMessage("This is no e-mail address.");
        RuleFor(c => c.Email).MaximumLength(Person.EmailMaxLength).WithMessage("An e-mail address has at most 254 characters.");
        RuleFor(c => c.DisplayName).NotEmpty().WithMessage("Enter the name or function.");
        RuleFor(c => c.DisplayName).MaximumLength(PortalUser.DisplayNameMaxLength).WithMessage("A name has at most 200 characters.");
        RuleFor(c => c.Role).NotNull().WithMessage("Choose a role.").IsInEnum().WithMessage("Choose a role.");
    }
}

internal sealed class InviteUserHandler(
    IDbContextFactory<PortalDbContext> contexts,
    CurrentUser user,
    PasswordLinks links,
    ILookupNormalizer normalizer,
    TimeProvider clock
) : IRequestHandler<InviteUserCommand, Result<Invitation>>
{
    public async Task<Result<Invitation>> Handle(InviteUserCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var normalized = normalizer.NormalizeEmail(request.Email.Trim());

        var known = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancellationToken);
        if (known is { RemovedAt: null }) return AccessErrors.EmailTaken;
        if (known is not null && !user.ScopeOf(Policies.ManageUsers).IsWholeOrganisation) return AccessErrors.UserOutOfScope;

        // An account that was removed is opened again, so that the ledger's references to it stay true.
        var account = known ?? db.Users.Add(new PortalUser()).Entity;
        account.Open(request.Email.Trim(), normalized!, request.DisplayName.Trim());
        db.RoleAssignments.Add(new RoleAssignment(account.Id, request.Role!.Value, request.UnitId, clock.GetUtcNow()));
        db.Record(user.Actor, "user.invited", $"user:{account.Id}", new { again = known is not null });
        db.Record(user.Actor, "role.assigned", $"user:{account.Id}", new { role = request.Role.Value.ToString(), unit = request.UnitId.Value });
        await db.SaveChangesAsync(cancellationToken);

        return new Invitation(account.Id, await links.CreateAsync(account));
    }
}

/// <param name="UserId">The new account.</param>
/// <param name="Link">Path and query of the page where the person sets a password.</param>
public sealed record Invitation(Guid UserId, string Link);
