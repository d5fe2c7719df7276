using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.ProveConsistency;

/// <summary>The proof that the tree over the first <paramref name="Second"/> entries extends the one over the first <paramref name="First"/> (RFC 9162 section 2.1.4).</summary>
[Requires(Policies.ViewLedger)]
public sealed record ProveConsistencyQuery(long First, long Second) : IRequest<Result<ConsistencyProof>>, IWholeOrganisationRequest;

/// <summary>Hashes in base64, in the order of the standard.</summary>
public sealed record ConsistencyProof(long First, long Second, string FirstRoot, string SecondRoot, IReadOnlyList<string> Hashes);

internal sealed class ProveConsistencyValidator : AbstractValidator<ProveConsistencyQuery>
{
    public ProveConsistencyValidator()
    {
        RuleFor(q => q.First).GreaterThanOrEqualTo(0).WithMessage("A size is not negative.");
        RuleFor(q => q.Second).GreaterThanOrEqualTo(q => q.First).WithMessage("The second size is not below the first.");
    }
}

internal sealed class ProveConsistencyHandler(IDbContextFactory<PortalDbContext> contexts)
    : IRequestHandler<ProveConsistencyQuery, Result<ConsistencyProof>>
{
    public async Task<Result<ConsistencyProof>> Handle(ProveConsistencyQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.LedgerHead.AnyAsync(h => h.Size >= request.Second, cancellationToken)) return LedgerNotFound.Size;

        return await LedgerRows.ProveAsync(() => ProveAsync(db, request, cancellationToken));
    }

    private static async Task<ConsistencyProof> ProveAsync(PortalDbContext db, ProveConsistencyQuery request, CancellationToken cancellationToken)
    {
        var source = new LedgerMerkleSource(db);
        var prover = new MerkleProver(source, request.Second);
        var proof = await prover.ConsistencyAsync(request.First, cancellationToken);
        var first = await new MerkleProver(source, request.First).RootAsync(cancellationToken);
        var second = await prover.RootAsync(cancellationToken);
        if (!MerkleTree.VerifyConsistency(request.First, first, request.Second, second, proof)) throw new LedgerDamagedException("The stored hashes contradict each other.");
        return new ConsistencyProof(
            request.First, request.Second, Convert.ToBase64String(first), Convert.ToBase64String(second), [.. proof.Select(Convert.ToBase64String)]);
    }
}
