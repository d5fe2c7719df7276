using System.Text;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;

namespace GovernancePortal.Web.Features.Incidents.IncidentDocument;

/// <summary>The download of the page.</summary>
internal static class IncidentDocumentApi
{
    public static void MapIncidentDocument(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/incidents/{id:guid}/document.md",
                async (Guid id, HttpContext context, IMediator mediator) =>
                {
                    var result = await mediator.Send(new GetIncidentDocumentQuery(new IncidentId(id)), context.RequestAborted);
                    context.Response.Headers.CacheControl = "private, no-store";
                    return result.ToHttp(document => Results.File(Encoding.UTF8.GetBytes(DocumentMarkdown.Of(document)), "text/markdown; charset=utf-8", $"{FileName(document.Number)}.md"));
                })
            .RequireAuthorization(Policies.ViewIncidents)
            .ExcludeFromDescription();

    // A number that was brought along may hold what a file name must not.
    private static string FileName(string number) => string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_'));
}
