using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.VerifyPage;

/// <summary>Says that a page is right as it was read. There is one page to a verification: many at once would be a signature under what nobody read.</summary>
/// <param name="SeenHash">The version that was read; another one by now is refused.</param>
[Requires(Policies.ManagePages)]
public sealed record VerifyPageCommand(KnowledgePageId PageId, int Version, string? SeenHash) : IRequest<Result>;

internal sealed class VerifyPageHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<VerifyPageCommand, Result>
{
    public async Task<Result> Handle(VerifyPageCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } person) return KnowledgeErrors.NobodyVerifies;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var page = await db.KnowledgePages.Within(db.Units, user.ScopeOf(Policies.ManagePages)).SingleOrDefaultAsync(p => p.Id == request.PageId, cancellationToken);
        if (page is null) return CommonErrors.NotFound;

        // What was read decides, and is told before any other change of the entry.
        var released = page.QuarantinedAt is not null;
        var verified = page.Verify(request.SeenHash, person, today);
        if (!verified.IsSuccess) return verified;
        db.Entry(page).Property(p => p.Version).OriginalValue = request.Version;

        await PageAccess.SettleAsync(db, page.Id, now, cancellationToken);
        db.EvaluationSignals.Add(new EvaluationSignal("knowledge", now));
        db.Record(user.Actor, "page.verified", PageAccess.Subject(page.Id), new { hash = page.VerifiedHash, by = person.Value, until = page.DueOn, released });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
