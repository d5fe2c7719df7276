using System.Security.Cryptography;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.GetEvidence;

/// <summary>
/// Gives out a kept file: to whoever brought it, to the person whose record refers to it, and to those who may see that person or log their training.
/// For everybody else it is not there.
/// </summary>
[Requires(Policies.SignedIn)]
public sealed record GetEvidenceQuery(string Sha256) : IRequest<Result<EvidenceContent>>;

public sealed record EvidenceContent(string FileName, string ContentType, byte[] Content);

internal sealed class GetEvidenceHandler(IDbContextFactory<PortalDbContext> contexts, IEvidenceStore store, CurrentUser user)
    : IRequestHandler<GetEvidenceQuery, Result<EvidenceContent>>
{
    public async Task<Result<EvidenceContent>> Handle(GetEvidenceQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var file = await db.EvidenceFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Sha256 == request.Sha256, cancellationToken);
        if (file is null) return CommonErrors.NotFound;

        var ownName = await db.EvidenceKeepings.Where(k => k.Sha256 == file.Sha256 && k.KeptBy == user.Actor).Select(k => k.FileName).SingleOrDefaultAsync(cancellationToken);
        if (ownName is null && !await ConcernsAsync(db, file, cancellationToken)) return CommonErrors.NotFound;

        var content = await store.ReadAsync(file.Sha256, cancellationToken);
        if (content is null) return EvidenceErrors.Missing;
        if (!Convert.ToHexStringLower(SHA256.HashData(content)).Equals(file.Sha256, StringComparison.Ordinal)) return EvidenceErrors.Damaged;
        return new EvidenceContent(ownName ?? file.FileName, file.ContentType, content);
    }

    // A session's file stands on each of its completions, so completions alone decide.
    private Task<bool> ConcernsAsync(PortalDbContext db, EvidenceFile file, CancellationToken cancellationToken)
    {
        var scope = UnitScope.Of(user.ScopeOf(Policies.ViewPeople).Ranges.Concat(user.ScopeOf(Policies.LogTraining).Ranges));
        var seen = db.People.Within(db.Units, scope).Select(p => p.Id);
        var me = user.PersonId;
        return db.Completions.AnyAsync(c => c.EvidenceSha256 == file.Sha256 && (c.PersonId == me || seen.Contains(c.PersonId)), cancellationToken);
    }
}
