using GovernancePortal.Web.Features.Changes.ListChanges;
using GovernancePortal.Web.Features.Changes.ListFindings;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using GovernancePortal.Web.Platform.Tables;
using MediatR;

namespace GovernancePortal.Web.Features.Changes;

/// <summary>The downloads of the pages, with the same filters in the address.</summary>
internal static class ChangeFiles
{
    public static void MapChangeFiles(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("/changes").RequireAuthorization(Policies.ViewChanges).ExcludeFromDescription();

        pages.MapGet("/export.{form:regex(^(csv|xlsx)$)}", async (HttpContext context, IMediator mediator, string form, string? q, string? view, string? risk, string? late, string? sort) =>
        {
            var address = new ChangesAddress(q, view, risk, late, sort, 1);
            context.Response.Headers.CacheControl = "private, no-store";
            return (await mediator.Send(new ExportChangesQuery(address.Filter, address.Order, address.Descending, TableFile.FormOf(form)), context.RequestAborted)).ToHttp(file => file.ToHttp());
        });

        pages.MapGet("/findings.{form:regex(^(csv|xlsx)$)}", async (HttpContext context, IMediator mediator, string form, string? type, string? system, string? month) =>
        {
            context.Response.Headers.CacheControl = "private, no-store";
            return (await mediator.Send(new ExportFindingsQuery(new FindingsAddress(type, system, month, 1).Filter, TableFile.FormOf(form)), context.RequestAborted)).ToHttp(file => file.ToHttp());
        });
    }
}
