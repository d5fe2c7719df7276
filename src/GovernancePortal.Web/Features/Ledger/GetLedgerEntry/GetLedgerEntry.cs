using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.GetLedgerEntry;

/// <summary>One entry, hashed again and proved against the latest checkpoint while it is read.</summary>
/// <param name="Number">Counted from 1.</param>
[Requires(Policies.ViewLedger)]
public sealed record GetLedgerEntryQuery(long Number) : IRequest<Result<LedgerEntryResponse>>, IWholeOrganisationRequest;

/// <param name="What">The entry in words.</param>
/// <param name="Payload">Indented JSON.</param>
/// <param name="Leaf">Leaf hash in hexadecimal.</param>
/// <param name="IsUnchanged">Whether the content gives the leaf hash.</param>
/// <param name="Proof">The proof against the latest checkpoint; null when the entry is newer than that.</param>
public sealed record LedgerEntryResponse(
    long Number,
    DateTimeOffset At,
    string Kind,
    string Title,
    IReadOnlyList<LedgerText> What,
    string Subject,
    string ActorId,
    string Actor,
    string Payload,
    string Leaf,
    bool IsUnchanged,
    EntryProof? Proof,
    long Size
);

/// <param name="Holds">Whether the hashes lead from the entry's content to the checkpoint's root.</param>
/// <param name="Hashes">In hexadecimal, from the leaf to the root.</param>
public sealed record EntryProof(bool Holds, long CheckpointSize, DateTimeOffset CheckpointAt, string Root, IReadOnlyList<string> Hashes);

internal sealed class GetLedgerEntryHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<GetLedgerEntryQuery, Result<LedgerEntryResponse>>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Result<LedgerEntryResponse>> Handle(GetLedgerEntryQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sequence = request.Number - 1;
        var size = await db.LedgerHead.Select(h => h.Size).SingleAsync(cancellationToken);
        if (sequence < 0 || sequence >= size) return LedgerNotFound.Entry;
        var read = await LedgerRows.ReadAsync(db.LedgerEntries.Where(e => e.Sequence == sequence), cancellationToken);
        if (!read.IsSuccess || read.Value is not [var entry]) return LedgerErrors.Damaged;

        var hash = new byte[MerkleHash.Size];
        var isUnchanged = new LedgerEntryEncoder().TryHash(entry.ToColumns(), hash) && hash.AsSpan().SequenceEqual(entry.LeafHash);
        var names = await LedgerNames.ReadAsync(db, [entry], cancellationToken);
        return new LedgerEntryResponse(
            entry.Number,
            entry.At,
            entry.Kind,
            LedgerWords.Title(entry.Kind),
            LedgerWords.Sentence(entry, names),
            entry.Subject,
            entry.ActorId,
            names.Actor(entry.ActorId),
            Indent(entry.Payload),
            Convert.ToHexStringLower(entry.LeafHash),
            isUnchanged,
            await ProveAsync(db, sequence, hash, cancellationToken),
            size
        );
    }

    // The hash is the one just computed: a row whose content was changed cannot be proved.
    private static async Task<EntryProof?> ProveAsync(PortalDbContext db, long sequence, byte[] hash, CancellationToken cancellationToken)
    {
        var checkpoint = await db.LedgerCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancellationToken);
        if (checkpoint is null || checkpoint.Size <= sequence) return null;

        // Where a neighbour is missing there is no path; that too is an entry that cannot be proved.
        var prover = new MerkleProver(new LedgerMerkleSource(db), checkpoint.Size);
        var proved = await LedgerRows.ProveAsync(async () => await prover.InclusionAsync(sequence, cancellationToken));
        var path = proved.IsSuccess ? proved.Value : [];
        var holds = proved.IsSuccess && MerkleTree.VerifyInclusion(sequence, checkpoint.Size, hash, path, checkpoint.Root);
        return new EntryProof(
            holds, checkpoint.Size, checkpoint.MadeAt, Convert.ToHexStringLower(checkpoint.Root), [.. path.Select(Convert.ToHexStringLower)]);
    }

    private static string Indent(string payload)
    {
        try
        {
            return JsonNode.Parse(payload)?.ToJsonString(Indented) ?? payload;
        }
        catch (JsonException)
        {
            return payload;
        }
    }
}
