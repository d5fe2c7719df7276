using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.ListImports;

/// <summary>What was imported, newest first.</summary>
[Requires(Policies.ViewImports)]
public sealed record ListImportsQuery(int Page = 1, int PageSize = 20) : IRequest<Result<ImportPage>>;

internal sealed class ListImportsHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ListImportsQuery, Result<ImportPage>>
{
    public const int LargestPage = 100;

    public async Task<Result<ImportPage>> Handle(ListImportsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var size = Math.Clamp(request.PageSize, 1, LargestPage);
        var page = Math.Max(1, request.Page);

        var total = await db.ImportRuns.CountAsync(cancellationToken);
        var rows = await Rows(db).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new ImportPage(rows, total, page, size);
    }

    internal static IQueryable<ImportRow> Rows(PortalDbContext db) =>
        db.ImportRuns.OrderByDescending(r => r.At)
            .ThenByDescending(r => r.Id)
            .Select(r => new ImportRow(r.Id, r.Kind, r.FileName, r.FileSha256, r.Bytes, r.Accepted, r.Unchanged, r.Rejected, r.ActorName, r.At));
}

public sealed record ImportPage(IReadOnlyList<ImportRow> Rows, int Total, int Page, int PageSize);

public sealed record ImportRow(
    ImportId Id,
    ImportKind Kind,
    string FileName,
    string FileSha256,
    long Bytes,
    int Accepted,
    int Unchanged,
    int Rejected,
    string ActorName,
    DateTimeOffset At
);
