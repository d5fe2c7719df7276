using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.OpenCase;

/// <summary>Opens a case; nobody but Human Resources knows of it.</summary>
[Requires(Policies.ManageCases)]
public sealed record OpenCaseCommand(CaseTerms Terms) : IRequest<Result<CaseId>>;

/// <summary>What the form for changing a draft starts from.</summary>
[Requires(Policies.ManageCases)]
public sealed record GetCaseTermsQuery(CaseId CaseId) : IRequest<Result<CaseTermsRead>>;

public sealed record CaseTermsRead(DisplacementCase Case, string UnitPath);

/// <summary>States a draft anew. With other figures notice has to be confirmed again.</summary>
/// <param name="Version">As it was read.</param>
[Requires(Policies.ManageCases)]
public sealed record ReviseCaseCommand(CaseId CaseId, int Version, CaseTerms Terms) : IRequest<Result<CaseId>>;

internal sealed class OpenCaseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<OpenCaseCommand, Result<CaseId>>,
        IRequestHandler<GetCaseTermsQuery, Result<CaseTermsRead>>,
        IRequestHandler<ReviseCaseCommand, Result<CaseId>>
{
    private static Error NoUnit => FieldRefusal.At(nameof(CaseTerms.UnitId), "Choose a unit that your role covers.");

    public async Task<Result<CaseId>> Handle(OpenCaseCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var opened = DisplacementCase.Open(request.Terms, user.Actor, user.DisplayName, clock.GetUtcNow());
        if (!opened.IsSuccess) return opened.Error!;
        if (!await CoversAsync(db, request.Terms.UnitId, cancellationToken)) return NoUnit;

        db.DisplacementCases.Add(opened.Value);
        db.Tell(user, opened.Value, "opened", new { state = opened.Value.State.ToString() });
        await db.SaveChangesAsync(cancellationToken);
        return opened.Value.Id;
    }

    public async Task<Result<CaseTermsRead>> Handle(GetCaseTermsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var one = await db.DisplacementCases.AsNoTracking().Within(db, user.ScopeOf(Policies.ManageCases)).SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken);
        if (one is null) return CaseErrors.NotFound;
        await CaseReadings.NoteAsync(db, user, [one.Id], clock.GetUtcNow(), cancellationToken);
        return new CaseTermsRead(one, await db.Units.Where(u => u.Id == one.UnitId).Select(u => u.Path).SingleAsync(cancellationToken));
    }

    public async Task<Result<CaseId>> Handle(ReviseCaseCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CaseAccess.FindForChangeAsync(db, user, request.CaseId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        if (!await CoversAsync(db, request.Terms.UnitId, cancellationToken)) return NoUnit;
        if (request.Terms.UnitId != found.Value.UnitId && found.Value.Positions.Count > 0)
            return FieldRefusal.At(nameof(CaseTerms.UnitId), "Positions of this unit are marked. Take them out first, or open another case.");

        var (before, confirmed) = (found.Value.Figures, found.Value.HasNotice);
        var revised = found.Value.Revise(request.Terms);
        if (!revised.IsSuccess) return revised.Error!;
        db.Tell(user, found.Value, "revised", new { figuresChanged = before != found.Value.Figures, noticeOpenAgain = confirmed && !found.Value.HasNotice });
        await db.SaveChangesAsync(cancellationToken);
        return found.Value.Id;
    }

    private Task<bool> CoversAsync(PortalDbContext db, UnitId unit, CancellationToken cancellationToken) => db.Units.Within(user.ScopeOf(Policies.ManageCases)).AnyAsync(u => u.Id == unit, cancellationToken);
}
