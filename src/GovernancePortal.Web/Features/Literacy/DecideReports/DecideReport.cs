using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.DecideReports;

/// <summary>Confirms what a person reported of themselves, or declines it with a reason. Nobody decides on their own report.</summary>
/// <param name="Version">Of the report, as it was read.</param>
/// <param name="Reason">Needed to decline.</param>
[Requires(Policies.LogTraining)]
public sealed record DecideReportCommand(long ReportId, int Version, bool Confirm, string Reason = "") : IRequest<Result<bool>>;

internal sealed class DecideReportValidator : AbstractValidator<DecideReportCommand>
{
    public DecideReportValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.Confirm).WithMessage("Say why, so that the person knows what to do.");
        RuleFor(c => c.Reason).MaximumLength(Completion.VoidReasonMaxLength).WithMessage($"At most {Completion.VoidReasonMaxLength} letters.");
    }
}

internal sealed class DecideReportHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<DecideReportCommand, Result<bool>>
{
    public Task<Result<bool>> Handle(DecideReportCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return CoverageProjection.SaveAsync(contexts, now.UtcDay(), (db, token) => DecideAsync(db, request, now, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<bool>>> DecideAsync(PortalDbContext db, DecideReportCommand request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = db.People.Within(db.Units, user.ScopeOf(Policies.LogTraining)).Select(p => p.Id);
        var report = await db.Completions.SingleOrDefaultAsync(c => c.Id == request.ReportId && people.Contains(c.PersonId), cancellationToken);
        if (report is null) return CommonErrors.NotFound;
        if (report.PersonId == user.PersonId) return new Error("report.own", "This is your own report. The lead of the unit above confirms it.");
        if (report.Version != request.Version) return CommonErrors.ChangedMeanwhile;
        if (report.Status != CompletionStatus.Reported || report.VoidedAt is not null) return new Error("report.decided", "Somebody has decided on this report already.", ErrorKind.Conflict);

        if (request.Confirm) report.Confirm(now, user.Actor);
        else report.Decline(now, user.Actor, request.Reason.Trim());
        db.Record(user.Actor, request.Confirm ? "training.confirmed" : "training.declined", $"person:{report.PersonId.Value}", new { completion = report.Id, reason = request.Reason.Trim() });
        return new CoverageChange<bool>(request.Confirm, CoveragePeople.Only([report.PersonId]));
    }
}
