using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>One login, and the people whose name begins as asked or who have the number or the e-mail.</summary>
[Requires(Policies.ImportUsage)]
public sealed record GetLoginQuery(string Provider, string Login, string? Search) : IRequest<Result<LoginDetails>>, IWholeOrganisationRequest;

/// <param name="Seen">What is known about it.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="People">Whom the search found, at most <see cref="GetLoginHandler.MostPeople"/>.</param>
public sealed record LoginDetails(LoginSeen Seen, string? Person, IReadOnlyList<LoginPerson> People);

public sealed record LoginPerson(PersonId Id, string Name, string EmployeeNumber, string UnitPath);

internal sealed class GetLoginValidator : AbstractValidator<GetLoginQuery>
{
    public GetLoginValidator() => RuleFor(q => q.Search).MaximumLength(Person.EmailMaxLength).WithMessage("Search for fewer letters.");
}

internal sealed class GetLoginHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<GetLoginQuery, Result<LoginDetails>>
{
    public const int MostPeople = 10;

    public async Task<Result<LoginDetails>> Handle(GetLoginQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var login = UsageTools.LoginForm(request.Login);
        var seen = await LoginDesk.LookAsync(db, request.Provider, login, cancellationToken);
        if (seen is null) return CommonErrors.NotFound;

        var name = seen.PersonId is { } id ? await db.People.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken) : null;
        return new LoginDetails(seen, name, await SearchAsync(db, request.Search, cancellationToken));
    }

    private static async Task<IReadOnlyList<LoginPerson>> SearchAsync(PortalDbContext db, string? search, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(search)) return [];
        var typed = search.Trim();
        var mail = typed.ToLowerInvariant();
        return await db.People.WhoseNameBegins(typed)
            .Union(db.People.Where(p => p.EmployeeNumber == typed || p.Email == mail))
            .OrderBy(p => p.SearchName).ThenBy(p => p.Id)
            .Take(MostPeople)
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.SearchName, Row = new LoginPerson(p.Id, p.Name, p.EmployeeNumber, u.Path) })
            .OrderBy(r => r.SearchName)
            .Select(r => r.Row)
            .ToListAsync(cancellationToken);
    }
}
