using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.MatchPeople;
using GovernancePortal.Web.Features.Reallocation.ScreenImpact;
using GovernancePortal.Web.Features.Reallocation.Solving;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using MediatR;

namespace GovernancePortal.Web.Features.Reallocation;

/// <summary>Matching and screening over HTTP, with figures that the caller brings along.</summary>
internal static class ReallocationApi
{
    public static IServiceCollection AddReallocation(this IServiceCollection services) => services.AddSingleton<IMatchSolver, FlowSolver>();

    public static void MapReallocationApi(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/reallocation").WithTags("Reallocation").DisableAntiforgery();
        group
            .MapPost("/match", async (IMediator mediator, MatchBody match, CancellationToken cancellationToken) => (await mediator.Send(new MatchPeopleQuery(match), cancellationToken)).ToHttp())
            .RequireAuthorization(Policies.MatchPeople)
            .WithSummary("Matches displaced people to roles: as many as can be placed, then the best fits, each explained. Nothing is written")
            .Produces<MatchAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group
            .MapPost("/adverse-impact", async (IMediator mediator, ImpactBody impact, CancellationToken cancellationToken) => (await mediator.Send(new ScreenImpactQuery(impact.Groups), cancellationToken)).ToHttp())
            .RequireAuthorization(Policies.ScreenImpact)
            .WithSummary("Screens one decision for adverse impact: four-fifths rule and Fisher's exact test, from counts. Nothing is written")
            .Produces<ImpactAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <summary>Each group with its people and those whom the decision favoured.</summary>
    internal sealed record ImpactBody(IReadOnlyList<ImpactGroup> Groups);
}
