using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.ProposeTarget;

/// <summary>What the form starts from: nothing, or a draft that was sent back.</summary>
[Requires(Policies.ProposeTargets)]
public sealed record GetProposalQuery(AdoptionTargetId? TargetId) : IRequest<Result<ProposalStart>>;

internal sealed class GetProposalHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetProposalQuery, Result<ProposalStart>>
{
    public async Task<Result<ProposalStart>> Handle(GetProposalQuery request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (request.TargetId is not { } id) return new ProposalStart(user.PersonId is not null, today, null);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db.AdoptionTargets.AsNoTracking().Within(db, user, Policies.ProposeTargets).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (target is null) return TargetErrors.NotFound;

        var unit = await db.Units.Where(u => u.Id == target.Scope).Select(u => new Choice(u.Id.Value, u.Path)).SingleOrDefaultAsync(cancellationToken);
        var people = await db.People.Where(p => p.Id == target.Owner || p.Id == target.Deputy).Select(p => new { p.Id, p.Name, p.EmployeeNumber }).ToListAsync(cancellationToken);
        return new ProposalStart(
            user.PersonId is not null, today, new ProposalDraft(target.Version, target.RejectionReason, target.Template, target.Terms, unit, Person(target.Owner), Person(target.Deputy),
                [.. target.Guardrails.Select(g => new ProposedGuardrail(g.Type, g.Mode, g.Enter, g.Exit))]));

        Choice? Person(PersonId? wanted) => people.Where(p => p.Id == wanted).Select(p => new Choice(p.Id.Value, $"{p.Name}, {p.EmployeeNumber}")).SingleOrDefault();
    }
}

/// <param name="HasPerson">Whether the account is a person of the roster; nobody else can propose.</param>
public sealed record ProposalStart(bool HasPerson, DateOnly Today, ProposalDraft? Draft);

public sealed record ProposalDraft(
    int Version, string? RejectionReason, string Template, TargetTerms Terms, Choice? Unit, Choice? Owner, Choice? Deputy, IReadOnlyList<ProposedGuardrail> Guardrails);

/// <summary>Something to choose from a list; the label names it uniquely.</summary>
public sealed record Choice(Guid Id, string Label);

/// <summary>Units in scope whose path contains the text.</summary>
[Requires(Policies.ProposeTargets)]
public sealed record FindUnitsQuery(string Text) : IRequest<Result<IReadOnlyList<Choice>>>;

/// <summary>People in scope whose name contains the text.</summary>
[Requires(Policies.ProposeTargets)]
public sealed record FindOwnersQuery(string Text) : IRequest<Result<IReadOnlyList<Choice>>>;

internal sealed class FindChoicesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<FindUnitsQuery, Result<IReadOnlyList<Choice>>>, IRequestHandler<FindOwnersQuery, Result<IReadOnlyList<Choice>>>
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<Choice>>> Handle(FindUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pattern = LikePattern.Containing(request.Text.Trim());
        return await db.Units.Within(user.ScopeOf(Policies.ProposeTargets))
            .Where(u => EF.Functions.Like(u.Path, pattern, LikePattern.Escape))
            .OrderBy(u => u.Left)
            .Take(Most)
            .Select(u => new Choice(u.Id.Value, u.Path))
            .ToListAsync(cancellationToken);
    }

    public async Task<Result<IReadOnlyList<Choice>>> Handle(FindOwnersQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var text = Person.SearchForm(request.Text.Split(',')[0]);
        return await db.People.Within(db.Units, user.ScopeOf(Policies.ProposeTargets))
            .Where(p => p.LeftOn == null && p.SearchName.Contains(text))
            .OrderBy(p => p.SearchName)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new Choice(p.Id.Value, p.Name + ", " + p.EmployeeNumber))
            .ToListAsync(cancellationToken);
    }
}
