using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.IncidentDocument;

/// <summary>The post-incident document: everything that was written, in the order in which it is read.</summary>
[Requires(Policies.ViewIncidents)]
public sealed record GetIncidentDocumentQuery(IncidentId IncidentId) : IRequest<Result<PostIncident>>;

/// <param name="Finding">What it was, in a sentence or two.</param>
public sealed record PostIncident(string Number, string Title, string Finding, DateTimeOffset MadeAt, IReadOnlyList<DocumentSection> Sections);

public sealed record DocumentSection(string Heading, IReadOnlyList<DocumentLine> Lines);

/// <param name="Text">Plain text.</param>
/// <param name="IsStruck">It was replaced or found wrong, and stays readable.</param>
public sealed record DocumentLine(string Text, bool IsStruck = false);

internal sealed class GetIncidentDocumentHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetIncidentDocumentQuery, Result<PostIncident>>
{
    public async Task<Result<PostIncident>> Handle(GetIncidentDocumentQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await IncidentReader.ReadAsync(db, user, request.IncidentId, clock.GetUtcNow(), cancellationToken);
        return read.IsSuccess ? DocumentWriter.Write(read.Value) : read.Error!;
    }
}
