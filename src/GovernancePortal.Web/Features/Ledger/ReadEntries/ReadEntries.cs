using System.Text.Json.Nodes;
using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
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
        RuleFor(q => q.From).GreaterThanOrEqualTo(0).WithMessage("Entries are counted from 0.");
        RuleFor(q => q.Limit).InclusiveBetween(1, ReadEntriesQuery.MaxLimit).WithMessage($"Ask for 1 to {ReadEntriesQuery.MaxLimit} entries at a time.");
    }
}

internal sealed class ReadEntriesHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ReadEntriesQuery, Result<ReadEntriesResponse>>
{
    public async Task<Result<ReadEntriesResponse>> Handle(ReadEntriesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var size = await db.LedgerHead.Select(h => h.Size).SingleAsync(cancellationToken);
        var entries = await db
            .LedgerEntries.AsNoTracking()
            .Where(e => e.Sequence >= request.From && e.Sequence < size)
            .OrderBy(e => e.Sequence)
            .Take(request.Limit)
            .ToListAsync(cancellationToken);
        var items = entries.Select(e =>
            new LedgerItem(e.Sequence, e.At, e.ActorId, e.Kind, e.Subject, JsonNode.Parse(e.Payload), Convert.ToHexStringLower(e.LeafHash)));
        return new ReadEntriesResponse(size, [.. items]);
    }
}
