using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.MyTraining;

/// <summary>Reports one's own training. It counts once a lead confirms it.</summary>
[Requires(Policies.ReportTraining)]
public sealed record ReportTrainingCommand(CourseId CourseId, string CourseVersion, DateOnly CompletedOn, string Note, string? EvidenceSha256 = null) : IRequest<Result<long>>;

internal sealed class ReportTrainingValidator : AbstractValidator<ReportTrainingCommand>
{
    public ReportTrainingValidator(TimeProvider clock)
    {
        RuleFor(c => c.CompletedOn).Must(day => day <= clock.Today()).WithMessage("This day has not come yet.");
        RuleFor(c => c.Note).NotEmpty().WithMessage("Say where and with whom, so that your lead can confirm it.");
        RuleFor(c => c.Note).MaximumLength(Completion.NoteMaxLength).WithMessage($"At most {Completion.NoteMaxLength} letters.");
    }
}

internal sealed class ReportTrainingHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ReportTrainingCommand, Result<long>>
{
    public const string Source = "self";

    public async Task<Result<long>> Handle(ReportTrainingCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return new Error("training.no-person", "Your account is not linked to a person of the roster. An administrator can link it.");

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var course = await db.Courses.SingleOrDefaultAsync(c => c.Id == request.CourseId, cancellationToken);
        var wrong = CourseDayRules.Check(course, request.CourseVersion, request.CompletedOn, nameof(request.CourseId), nameof(request.CompletedOn));
        if (await EvidenceChecks.FaultAsync(db, request.EvidenceSha256, user.Actor, nameof(request.EvidenceSha256), cancellationToken) is { } fault) wrong.Add(fault);
        if (wrong.Count > 0) return FieldRefusal.Of(wrong);

        var (version, day) = (request.CourseVersion, request.CompletedOn);
        var known = db.Completions.Where(c => c.PersonId == me && c.CourseId == request.CourseId && c.CourseVersion == version && c.CompletedOn == day && c.VoidedAt == null);
        if (await known.AnyAsync(c => c.Status != CompletionStatus.Declined, cancellationToken))
            return FieldRefusal.At(nameof(request.CompletedOn), "This course is on your record for that day already.");

        var now = clock.GetUtcNow();
        var completion = new Completion(me, course!.Id, version, day, CompletionResult.Attended, now);
        completion.SetOutcome(score: null, course.ValidUntil(day));
        // A report after a declined one of the same day is another row; the id keeps them apart.
        completion.SetOrigin(Source, Guid.CreateVersion7().ToString("N"), importId: null);
        completion.SetDetails(durationMinutes: null, request.EvidenceSha256);
        completion.ReportedByPerson(request.Note.Trim());
        db.Completions.Add(completion);
        db.Record(user.Actor, "training.reported", $"person:{me.Value}", new { course = course.Id.Value, version, completedOn = day, evidenceSha256 = request.EvidenceSha256 });
        await db.SaveChangesAsync(cancellationToken);
        return completion.Id;
    }
}
