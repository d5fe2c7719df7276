using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.Registry;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Tools.GetTool;

/// <summary>One entry of the register, retired ones too.</summary>
[Requires(Policies.ViewTools)]
public sealed record GetToolQuery(AiToolId ToolId) : IRequest<Result<ToolDetails>>;

/// <param name="Owner">Null when nobody is named.</param>
/// <param name="Units">Paths, in the order of the tree.</param>
/// <param name="IsUngated">It can change production and nobody stands in between.</param>
/// <param name="AnswersAlready">The user is owner or deputy and accepted so lately that it still counts.</param>
public sealed record ToolDetails(
    AiToolId Id,
    int Version,
    AiToolTerms Terms,
    NamedPerson? GateHolder,
    NamedPerson? Owner,
    NamedPerson? Deputy,
    IReadOnlyList<string> Units,
    bool IsUngated,
    DateOnly Today,
    DateOnly? RetiredOn,
    string RetireReason,
    bool MayChange,
    bool MayAccept,
    bool AnswersAlready);

/// <param name="IsHere">Whether they work here.</param>
/// <param name="AcceptedOn">When they accepted to answer for it; null if never, or not asked.</param>
public sealed record NamedPerson(string Name, bool IsHere, DateOnly? AcceptedOn)
{
    public bool CountsOn(DateOnly day) => IsHere && AcceptedOn is { } on && day.DayNumber - on.DayNumber <= AdoptionTarget.AcceptanceDays;
}

internal sealed class GetToolHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetToolQuery, Result<ToolDetails>>
{
    public async Task<Result<ToolDetails>> Handle(GetToolQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var tool = await db.AiTools.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.ToolId, cancellationToken);
        if (tool is null) return CommonErrors.NotFound;

        var terms = tool.Terms;
        var people = await db
            .People.Where(p => p.Id == terms.Owner || p.Id == terms.Deputy || p.Id == terms.GateHolder)
            .Select(p => new { p.Id, p.Name, p.LeftOn })
            .ToListAsync(cancellationToken);
        var units = await db.Units.Where(u => terms.Units.Contains(u.Id)).OrderBy(u => u.Left).Select(u => u.Path).ToListAsync(cancellationToken);
        var covered = await ToolChecks.CoversAsync(db, user.ScopeOf(Policies.ManageTools), terms.Units, cancellationToken);
        var isOpen = !tool.IsRetiredOn(today);
        var (owner, deputy, holder) = (Person(terms.Owner, tool.OwnerAcceptedAt), Person(terms.Deputy, tool.DeputyAcceptedAt), Person(terms.GateHolder, null));
        var (isOwner, isDeputy) = (user.PersonId is { } me && me == terms.Owner, user.PersonId is { } also && also == terms.Deputy);
        return new ToolDetails(
            tool.Id,
            tool.Version,
            terms,
            holder,
            owner,
            deputy,
            units,
            isOpen && tool.IsUngated(holder?.IsHere == true),
            today,
            tool.RetiredOn,
            tool.RetireReason,
            isOpen && covered,
            isOpen && (isOwner || isDeputy) && user.Has(Policies.AnswerForTools),
            (isOwner && owner!.CountsOn(today)) || (isDeputy && deputy!.CountsOn(today)));

        NamedPerson? Person(PersonId? wanted, DateTimeOffset? accepted) =>
            people.Where(p => p.Id == wanted).Select(p => new NamedPerson(p.Name, p.LeftOn is null || p.LeftOn > today, accepted?.UtcDay())).SingleOrDefault();
    }
}
