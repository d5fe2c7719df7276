using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.ReadEntries;

/// <summary>Entries in the order of the log, from a sequence on, for programs.</summary>
[Requires(Policies.ViewLedger)]
public sealed record ReadEntriesQuery(long From, int Limit) : IRequest<Result<ReadEntriesResponse>>, IWholeOrganisationRequest
{
    public const int MaxLimit = 1000;
}

/// <param name="Size">Number of entries in the ledger.</param>
/// <param name="Entries">In order.</param>
public sealed record ReadEntriesResponse(long Size, IReadOnlyList<LedgerItem> Entries);

/// <summary>An entry with its hash in lower-case hexadecimal, as the exported log spells it.</summary>
public sealed record LedgerItem(long Seq, DateTimeOffset At, string Actor, string Kind, string Subject, JsonNode? Payload, string Leaf);

internal sealed class ReadEntriesValidator : AbstractValidator<ReadEntriesQuery>
{
    public ReadEntriesValidator()
    {
        RuleFor(q => q.From).InclusiveBetween(0, LedgerEntry.MaxSequence).WithMessage("Entries are counted from 0.");
        RuleFor(q => q.Limit).InclusiveBetween(1, ReadEntriesQuery.MaxLimit).WithMessage($"Ask for 1 to {ReadEntriesQuery.MaxLimit} entries at a time.");
    }
}

internal sealed class ReadEntriesHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ReadEntriesQuery, Result<ReadEntriesResponse>>
{
    public async Task<Result<ReadEntriesResponse>> Handle(ReadEntriesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var size = await db.LedgerHead.Select(h => h.Size).SingleAsync(cancellationToken);
        var end = Math.Min(size, request.From + request.Limit);
        var read = await LedgerRows.ReadAsync(
            db.LedgerEntries.Where(e => e.Sequence >= request.From && e.Sequence < end).OrderBy(e => e.Sequence), cancellationToken);
        if (!read.IsSuccess) return read.Error!;
        if (read.Value.Count != Math.Max(0, end - request.From)) return LedgerErrors.Damaged;

        var items = read.Value.Select(Item).ToArray();
        return Array.TrueForAll(items, i => i is not null) ? new ReadEntriesResponse(size, items!) : LedgerErrors.Damaged;
    }

    private static LedgerItem? Item(LedgerEntry entry)
    {
        try
        {
            return new LedgerItem(
                entry.Sequence, entry.At, entry.ActorId, entry.Kind, entry.Subject, JsonNode.Parse(entry.Payload), Convert.ToHexStringLower(entry.LeafHash));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
