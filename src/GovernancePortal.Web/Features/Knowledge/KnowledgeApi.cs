using GovernancePortal.Web.Features.Knowledge.CheckPage;
using GovernancePortal.Web.Features.Knowledge.ListPages;
using GovernancePortal.Web.Features.Knowledge.ReadFeed;
using GovernancePortal.Web.Features.Knowledge.ReportReads;
using GovernancePortal.Web.Features.Knowledge.ReportWrongAnswer;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using GovernancePortal.Web.Platform.Tables;
using MediatR;

namespace GovernancePortal.Web.Features.Knowledge;

/// <summary>What agents and their operators ask and tell over HTTP.</summary>
internal static class KnowledgeApi
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services) => services.AddSingleton<FeedKeeper>().AddMcp();

    public static void MapKnowledgeApi(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/knowledge").WithTags("Knowledge").DisableAntiforgery();
        group
            .MapGet("/feed", FeedAsync)
            .RequireAuthorization(Policies.ReadFeed)
            .WithSummary("Pages that agents may read now; include=withheld adds the others with the reason, since= only what is otherwise since a cursor. Answers 304 to a known ETag");
        group
            .MapGet("/check", async (IMediator mediator, string? url, string? hash, CancellationToken cancellationToken) =>
                (await mediator.Send(new CheckPageQuery(url ?? "", hash), cancellationToken)).ToHttp())
            .RequireAuthorization(Policies.ReadFeed)
            .WithSummary("Whether an agent may read one address now, and why not");
        group
            .MapPost("/reads", async (IMediator mediator, IReadOnlyList<ReadCount> reads, CancellationToken cancellationToken) =>
                (await mediator.Send(new ReportReadsCommand(reads), cancellationToken)).ToHttp())
            .RequireAuthorization(Policies.ReportPages)
            .WithSummary("How often pages were read on a day; a later count of the same day takes the place of the earlier one");
        group
            .MapPost("/wrong-answers", async (IMediator mediator, ReportWrongAnswerCommand report, CancellationToken cancellationToken) =>
                await mediator.Send(report, cancellationToken) is { IsSuccess: false } refused ? Problems.Of(refused.Error!) : Results.Accepted())
            .RequireAuthorization(Policies.ReportPages)
            .WithSummary("Says that what a page told was wrong");
        // Letters alone as the ending, so that the address of one page is no file.
        endpoints
            .MapGet("/knowledge/pages.{form:regex(^(csv|xlsx)$)}", async (IMediator mediator, string form, string? q, string? state, Guid? unit, string? sort, CancellationToken cancellationToken) =>
            {
                var view = new PagesAddress(q, state, unit, sort, 1);
                return (await mediator.Send(new ExportPagesQuery(view.Filter, view.Order, view.Descending, TableFile.FormOf(form)), cancellationToken)).ToHttp(file => file.ToHttp());
            })
            .RequireAuthorization(Policies.ViewPages)
            .ExcludeFromDescription();
        endpoints.MapMcpTools();
    }

    private static async Task<IResult> FeedAsync(HttpContext context, IMediator mediator, string? include, string? since, CancellationToken cancellationToken)
    {
        var known = context.Request.Headers.IfNoneMatch.ToString();
        var withheld = string.Equals(include, "withheld", StringComparison.OrdinalIgnoreCase);
        var result = await mediator.Send(new ReadFeedQuery(withheld, since, known.Length == 0 ? null : known), cancellationToken);
        return result.IsSuccess ? new FeedResult(result.Value) : Problems.Of(result.Error!);
    }
}
