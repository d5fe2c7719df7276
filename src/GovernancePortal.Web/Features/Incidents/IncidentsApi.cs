using GovernancePortal.Web.Features.Incidents.BringIncident;
using GovernancePortal.Web.Features.Incidents.ListIncidents;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using GovernancePortal.Web.Platform.Tables;
using MediatR;

namespace GovernancePortal.Web.Features.Incidents;

/// <summary>What other systems tell of incidents over HTTP.</summary>
internal static class IncidentsApi
{
    public static void MapIncidentsApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost("/api/v1/incidents", async (IMediator mediator, BringIncidentCommand incident, CancellationToken cancellationToken) =>
                (await mediator.Send(incident, cancellationToken)).ToHttp(brought => brought.IsNew ? Results.Created($"/incidents/{brought.Id}", brought) : Results.Ok(brought)))
            .RequireAuthorization(Policies.BringIncidents)
            .DisableAntiforgery()
            .WithTags("Incidents")
            .WithSummary("Brings an incident; its number is the key, so the same one again does nothing");
        endpoints
            .MapGet("/incidents/list.{form:regex(^(csv|xlsx)$)}", async (IMediator mediator, string form, string? q, string? state, int? severity, Guid? unit, string? ai, string? from, string? until, string? sort, CancellationToken cancellationToken) =>
            {
                var view = new IncidentsAddress(q, state, severity, unit, ai, from, until, sort, 1);
                return (await mediator.Send(new ExportIncidentsQuery(view.Filter, view.Order, view.Descending, TableFile.FormOf(form)), cancellationToken)).ToHttp(file => file.ToHttp());
            })
            .RequireAuthorization(Policies.FollowIncidents)
            .ExcludeFromDescription();
    }
}
