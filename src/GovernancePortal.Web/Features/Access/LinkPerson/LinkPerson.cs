using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.LinkPerson;

/// <summary>
/// Says which person of the roster an account is, so that this person can propose, approve and answer for targets. An empty number takes the link away.
/// </summary>
[Requires(Policies.ManageUsers)]
public sealed record LinkPersonCommand(Guid UserId, string EmployeeNumber) : IRequest<Result>;

internal sealed class LinkPersonValidator : AbstractValidator<LinkPersonCommand>
{
    public LinkPersonValidator() =>
        RuleFor(c => c.EmployeeNumber).MaximumLength(Person.EmployeeNumberMaxLength).WithMessage("An employee number has at most 64 characters.");
}

internal sealed class LinkPersonHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<LinkPersonCommand, Result>
{
    public async Task<Result> Handle(LinkPersonCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ManageUsers);

        // Whoever links themselves could approve under another name.
        if (request.UserId == user.UserId) return AccessErrors.OwnRoles;
        var account = await db.Users.VisibleTo(db, scope).SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken);
        if (account is null) return CommonErrors.NotFound;
        if (await db.HasRoleOutsideAsync(account.Id, scope, cancellationToken)) return AccessErrors.UserOutOfScope;

        var person = await FindAsync(db, request.EmployeeNumber.Trim(), scope, cancellationToken);
        if (!person.IsSuccess) return person.Error!;
        if (person.Value is { } id && await db.Users.AnyAsync(u => u.PersonId == id && u.Id != account.Id, cancellationToken)) return AccessErrors.PersonTaken;

        account.PersonId = person.Value;
        db.Record(user.Actor, "user.linked", $"user:{account.Id}", new { person = person.Value?.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private static async Task<Result<PersonId?>> FindAsync(PortalDbContext db, string number, UnitScope scope, CancellationToken cancellationToken)
    {
        if (number.Length == 0) return (PersonId?)null;

        var found = await db
            .People.Within(db.Units, scope)
            .Where(p => p.EmployeeNumber == number && p.LeftOn == null)
            .Select(p => (PersonId?)p.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? AccessErrors.PersonUnknown : found;
    }
}
