using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.ListLedgerEntries;

/// <summary>The log, newest first, one page at a time.</summary>
[Requires(Policies.ViewLedger)]
public sealed record ListLedgerEntriesQuery(LedgerFilter Filter, Paging Paging) : IRequest<Result<ListLedgerEntriesResponse>>, IWholeOrganisationRequest;

/// <param name="Kind">One kind, such as <c>role.assigned</c>.</param>
/// <param name="Subject">Beginning of the subject, such as <c>unit:</c>.</param>
/// <param name="Actor">One actor, as entries name them.</param>
/// <param name="From">First day, UTC.</param>
/// <param name="To">Last day, UTC.</param>
public sealed record LedgerFilter(string? Kind = null, string? Subject = null, string? Actor = null, DateOnly? From = null, DateOnly? To = null)
{
    public bool IsEmpty => Kind is null && Subject is null && Actor is null && From is null && To is null;
}

/// <param name="Entries">This page.</param>
/// <param name="Size">Entries in the ledger, whatever the filter.</param>
/// <param name="ActorName">Whom the filter names.</param>
public sealed record ListLedgerEntriesResponse(PageOf<LedgerRow> Entries, long Size, string? ActorName);

/// <param name="Number">Counted from 1.</param>
/// <param name="What">The entry in words.</param>
/// <param name="Leaf">Leaf hash in hexadecimal.</param>
public sealed record LedgerRow(
    long Number, DateTimeOffset At, string Kind, string Title, IReadOnlyList<LedgerText> What, string ActorId, string Actor, string Leaf);

internal sealed class ListLedgerEntriesValidator : AbstractValidator<ListLedgerEntriesQuery>
{
    public ListLedgerEntriesValidator()
    {
        RuleFor(q => q.Filter.Kind).MaximumLength(LedgerFact.KindMaxLength).WithMessage("No kind has such a long name.");
        RuleFor(q => q.Filter.Subject).MaximumLength(LedgerFact.SubjectMaxLength).WithMessage("No subject has such a long name.");
        RuleFor(q => q.Filter.Actor).MaximumLength(LedgerFact.ActorIdMaxLength).WithMessage("Nobody has such a long name.");
        RuleFor(q => q.Filter.To)
            .GreaterThanOrEqualTo(q => q.Filter.From)
            .When(q => q.Filter.From is not null)
            .WithMessage("The last day is not before the first.");
    }
}

internal sealed class ListLedgerEntriesHandler(IDbContextFactory<PortalDbContext> contexts)
    : IRequestHandler<ListLedgerEntriesQuery, Result<ListLedgerEntriesResponse>>
{
    public async Task<Result<ListLedgerEntriesResponse>> Handle(ListLedgerEntriesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var size = await db.LedgerHead.Select(h => h.Size).SingleOrDefaultAsync(cancellationToken);
        var matching = LedgerQuery.Matching(db, request.Filter);
        var total = request.Filter.IsEmpty ? (int)Math.Min(size, int.MaxValue) : await matching.CountAsync(cancellationToken);

        var paging = request.Paging.Within(total);
        var read = await LedgerRows.ReadAsync(LedgerQuery.Page(matching, request.Filter, size, paging), cancellationToken);
        if (!read.IsSuccess) return read.Error!;
        var entries = read.Value;
        var names = await LedgerNames.ReadAsync(db, entries, cancellationToken);
        var rows = entries.Select(e => Row(e, names)).ToArray();
        return new ListLedgerEntriesResponse(
            new PageOf<LedgerRow>(rows, total, paging.Page, paging.Size), size, await ActorNameAsync(db, request.Filter.Actor, cancellationToken));
    }

    private static LedgerRow Row(LedgerEntry entry, LedgerNames names) =>
        new(
            entry.Number,
            entry.At,
            entry.Kind,
            LedgerWords.Title(entry.Kind),
            LedgerWords.Sentence(entry, names),
            entry.ActorId,
            names.Actor(entry.ActorId),
            Convert.ToHexStringLower(entry.LeafHash)
        );

    private static async Task<string?> ActorNameAsync(PortalDbContext db, string? actor, CancellationToken cancellationToken)
    {
        if (actor is null) return null;
        return (await LedgerNames.OfActorsAsync(db, [actor], cancellationToken)).Actor(actor);
    }
}
