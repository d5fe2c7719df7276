using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Features.Changes.GetGate;
using GovernancePortal.Web.Features.Changes.Host;
using GovernancePortal.Web.Features.Changes.RegisterChange;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;

namespace GovernancePortal.Web.Features.Changes;

/// <summary>The sign-off gate over HTTP.</summary>
internal static class ChangesApi
{
    public static void MapChangesApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWebhooks();
        endpoints.MapChangeFiles();
        var group = endpoints.MapGroup("/api/v1/changes").WithTags("Changes").DisableAntiforgery().RequireAuthorization(Policies.SendChanges);

        group
            .MapPost("", async (HttpContext context, IMediator mediator, RegisterChangeCommand change, CancellationToken cancellationToken) =>
                Answer(context, await mediator.Send(change, cancellationToken)))
            .WithName("register-change")
            .WithSummary("Registers a change at one commit, once, and answers allow, deny or pending with the reasons")
            .Produces<GateAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);

        group
            .MapGet("/{id:guid}/gate", async (HttpContext context, IMediator mediator, Guid id, CancellationToken cancellationToken) =>
                Answer(context, await mediator.Send(new GetGateQuery(new ChangeId(id)), cancellationToken)))
            .WithName("gate")
            .WithSummary("What the gate answers now; nothing is written")
            .Produces<GateAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Answer(HttpContext context, Result<GateAnswer> result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result.ToHttp(answer => Results.Ok(answer with { Link = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{answer.Link}" }));
    }
}
