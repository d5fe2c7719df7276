using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Words;
using MediatR;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>The downloads of the page.</summary>
internal static class PackApi
{
    public static void MapEvidencePack(this IEndpointRouteBuilder endpoints)
    {
        var page = endpoints.MapGroup("/literacy").RequireAuthorization(Policies.ExportEvidence).ExcludeFromDescription();
        page.MapGet("/evidence-pack.xlsx", (string? on, HttpContext context, IMediator mediator) => ExportAsync(PackForm.Workbook, on, context, mediator));
        page.MapGet("/evidence-pack.jsonl", (string? on, HttpContext context, IMediator mediator) => ExportAsync(PackForm.Lines, on, context, mediator));
    }

    private static async Task<IResult> ExportAsync(PackForm form, string? on, HttpContext context, IMediator mediator)
    {
        var faults = new List<FieldError>();
        var day = Typed.Day(on ?? "", "on", faults);
        if (faults.Count > 0) return Problems.Of(FieldRefusal.At("on", "State the day as year-month-day, such as 2026-06-30."));

        var result = await mediator.Send(new ExportEvidencePackCommand(form, day), context.RequestAborted);
        context.Response.Headers.CacheControl = "private, no-store";
        return result.ToHttp(file =>
        {
            context.Response.Headers["Evidence-Pack-SHA256"] = file.Sha256;
            return Results.File(file.Content, file.ContentType, file.FileName);
        });
    }
}
