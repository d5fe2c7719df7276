using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.ListImports;

/// <summary>What was imported, newest first.</summary>
[Requires(Policies.ViewImports)]
public sealed record ListImportsQuery(Paging Paging) : IRequest<Result<PageOf<ImportRow>>>, IWholeOrganisationRequest;

internal sealed class ListImportsHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ListImportsQuery, Result<PageOf<ImportRow>>>
{
    public async Task<Result<PageOf<ImportRow>>> Handle(ListImportsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var total = await db.ImportRuns.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await Rows(db).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return new PageOf<ImportRow>(rows, total, paging.Page, paging.Size);
    }

    internal static IQueryable<ImportRow> Rows(PortalDbContext db) =>
        db.ImportRuns.OrderByDescending(r => r.At)
            .ThenByDescending(r => r.Id)
            .Select(r => new ImportRow(r.Id, r.Kind, r.FileName, r.FileSha256, r.Bytes, r.Accepted, r.Unchanged, r.Rejected, r.ActorName, r.At));
}

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
