using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.TrainingRecord;

/// <summary>A person's whole training record, struck rows as well, for whoever sees people by name.</summary>
[Requires(Policies.ViewPeople)]
public sealed record GetTrainingRecordQuery(PersonId PersonId) : IRequest<Result<TrainingRecordView>>;

/// <param name="MayCorrect">Whether the one who asks leads the person.</param>
public sealed record TrainingRecordView(PersonId PersonId, string Name, string UnitPath, DateOnly Today, IReadOnlyList<RecordRow> Rows, bool MayCorrect);

internal sealed class GetTrainingRecordHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetTrainingRecordQuery, Result<TrainingRecordView>>
{
    public async Task<Result<TrainingRecordView>> Handle(GetTrainingRecordQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db
            .People.AsNoTracking()
            .Where(p => p.Id == request.PersonId)
            .Join(db.Units, p => p.UnitId, u => u.Id, (person, unit) => new { person.Name, Unit = unit })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !user.ScopeOf(Policies.ViewPeople).Covers(found.Unit)) return CommonErrors.NotFound;

        var today = clock.Today();
        var mayCorrect = user.ScopeOf(Policies.LogTraining).Covers(found.Unit) && user.PersonId != request.PersonId;
        return new TrainingRecordView(request.PersonId, found.Name, found.Unit.Path, today, await TrainingRecords.ReadAsync(db, request.PersonId, today, cancellationToken), mayCorrect);
    }
}
