using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.ProveInclusion;

/// <summary>The proof that an entry is in the tree over the first <paramref name="Size"/> entries (RFC 9162 section 2.1.3).</summary>
[Requires(Policies.ViewLedger)]
public sealed record ProveInclusionQuery(long Index, long Size) : IRequest<Result<InclusionProof>>, IWholeOrganisationRequest;

/// <summary>Hashes in base64, from the leaf to the root.</summary>
public sealed record InclusionProof(long Index, long Size, string Leaf, string Root, IReadOnlyList<string> Hashes);

internal sealed class ProveInclusionValidator : AbstractValidator<ProveInclusionQuery>
{
    public ProveInclusionValidator()
    {
        RuleFor(q => q.Index).GreaterThanOrEqualTo(0).WithMessage("Entries are counted from 0.");
        RuleFor(q => q.Size).GreaterThan(q => q.Index).WithMessage("The size is greater than the index.");
    }
}

internal sealed class ProveInclusionHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ProveInclusionQuery, Result<InclusionProof>>
{
    public async Task<Result<InclusionProof>> Handle(ProveInclusionQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.LedgerHead.AnyAsync(h => h.Size >= request.Size, cancellationToken)) return LedgerNotFound.Size;

        return await LedgerRows.ProveAsync(() => ProveAsync(db, request, cancellationToken));
    }

    private static async Task<InclusionProof> ProveAsync(PortalDbContext db, ProveInclusionQuery request, CancellationToken cancellationToken)
    {
        var leaf = await db.LedgerEntries.Where(e => e.Sequence == request.Index).Select(e => e.LeafHash).SingleOrDefaultAsync(cancellationToken);
        if (leaf is null) throw new LedgerDamagedException($"The store does not hold leaf {request.Index}.");
        var prover = new MerkleProver(new LedgerMerkleSource(db), request.Size);
        var proof = await prover.InclusionAsync(request.Index, cancellationToken);
        var root = await prover.RootAsync(cancellationToken);
        if (!MerkleTree.VerifyInclusion(request.Index, request.Size, leaf, proof, root)) throw new LedgerDamagedException("The stored hashes contradict each other.");
        return new InclusionProof(
            request.Index, request.Size, Convert.ToBase64String(leaf), Convert.ToBase64String(root), [.. proof.Select(Convert.ToBase64String)]);
    }
}
