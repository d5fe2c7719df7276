using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.GetTarget;
using GovernancePortal.Web.Features.Adoption.GetTeamUse;
using GovernancePortal.Web.Features.Adoption.GetUsage;
using GovernancePortal.Web.Features.Adoption.ListTargets;
using GovernancePortal.Web.Features.Adoption.SimulateTargets;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using GovernancePortal.Web.Platform.Lists;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption;

/// <summary>Targets over HTTP.</summary>
internal static class AdoptionApi
{
    public static void MapAdoptionApi(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/adoption").WithTags("Adoption").DisableAntiforgery();

        group
            .MapGet("/targets", async (IMediator mediator, int? page, int? pageSize, TargetState? state, CancellationToken cancellationToken) =>
            {
                var query = new ListTargetsQuery(state, TargetSort.Unit, Descending: false, new Paging(page ?? 1, pageSize ?? Paging.DefaultSize));
                return (await mediator.Send(query, cancellationToken)).ToHttp(list =>
                    Results.Ok(new { list.Targets.Items, list.Targets.Total, list.Targets.Page, PageSize = list.Targets.Size, list.Counts }));
            })
            .RequireAuthorization(Policies.ViewTargets)
            .WithSummary("State, readiness and blockers of every target in scope");

        group
            .MapGet("/targets/{id:guid}", async (IMediator mediator, Guid id, CancellationToken cancellationToken) =>
                (await mediator.Send(new GetTargetQuery(new AdoptionTargetId(id)), cancellationToken)).ToHttp())
            .RequireAuthorization(Policies.ViewTargets)
            .WithSummary("One target with its guardrails: value, sample, age, thresholds");

        group
            .MapGet("/usage", async (IMediator mediator, HttpRequest request, CancellationToken cancellationToken) =>
            {
                var asked = UsageParameters.Read(request.Query);
                return asked.IsSuccess ? (await mediator.Send(asked.Value, cancellationToken)).ToHttp() : Problems.Of(asked.Error!);
            })
            .RequireAuthorization(Policies.ViewTargets)
            .WithSummary("How many different people of a unit used an AI tool, by week: unit, tool, weeks. Never by person; asking for one is refused and recorded");

        group
            .MapGet("/usage/teams", async (IMediator mediator, HttpRequest request, CancellationToken cancellationToken) =>
            {
                var asked = UsageParameters.Read(request.Query);
                // Whoever asks for a person here is refused, and recorded, as elsewhere.
                if (asked is { IsSuccess: true, Value.PersonBy: not null }) return (await mediator.Send(asked.Value, cancellationToken)).ToHttp();
                if (request.Query.Keys.FirstOrDefault() is { } parameter) return Problems.Of(UsageErrors.Unknown(parameter));
                return (await mediator.Send(new GetTeamUseQuery(), cancellationToken)).ToHttp();
            })
            .RequireAuthorization(Policies.ViewTargets)
            .WithSummary("How many different people of each imported GitHub team used Copilot in the newest week, joined by day; people of two teams count once in all");

        group
            .MapPost("/simulate", async (IMediator mediator, SimulationInput input, CancellationToken cancellationToken) =>
                (await mediator.Send(new SimulateTargetsQuery(input), cancellationToken)).ToHttp())
            .RequireAuthorization(Policies.SimulateTargets)
            .WithSummary("What a guardrail policy would have done with past data; nothing is written");
    }
}
