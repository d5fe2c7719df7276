using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.TrainingRecord;

/// <summary>Strikes a completion with a reason, and adds the right one when there is one. What was struck stays readable.</summary>
/// <param name="Version">Of the completion, as it was read.</param>
/// <param name="Right">What it should have been; null when it never was.</param>
[Requires(Policies.LogTraining)]
public sealed record CorrectCompletionCommand(long CompletionId, int Version, string Reason, RightCompletion? Right) : IRequest<Result<long>>;

public sealed record RightCompletion(string CourseVersion, DateOnly CompletedOn, CompletionResult Result);

internal sealed class CorrectCompletionValidator : AbstractValidator<CorrectCompletionCommand>
{
    public CorrectCompletionValidator(TimeProvider clock)
    {
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Say what was wrong. It stays on the record.");
        RuleFor(c => c.Reason).MaximumLength(Completion.VoidReasonMaxLength).WithMessage($"At most {Completion.VoidReasonMaxLength} letters.");
        RuleFor(c => c.Right!.CompletedOn)
            .Must(day => day <= clock.Today())
            .When(c => c.Right is not null)
            .OverridePropertyName(nameof(RightCompletion.CompletedOn))
            .WithMessage("This day has not come yet.");
        RuleFor(c => c.Right!.Result)
            .Must(r => r is CompletionResult.Passed or CompletionResult.Failed or CompletionResult.Attended)
            .When(c => c.Right is not null)
            .OverridePropertyName(nameof(RightCompletion.Result))
            .WithMessage("Choose what came of it.");
    }
}

internal sealed class CorrectCompletionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<CorrectCompletionCommand, Result<long>>
{
    public const string Source = "correction";

    public Task<Result<long>> Handle(CorrectCompletionCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return CoverageProjection.SaveAsync(contexts, now.UtcDay(), (db, token) => CorrectAsync(db, request, now, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<long>>> CorrectAsync(PortalDbContext db, CorrectCompletionCommand request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = db.People.Within(db.Units, user.ScopeOf(Policies.LogTraining)).Select(p => p.Id);
        var wrong = await db.Completions.SingleOrDefaultAsync(c => c.Id == request.CompletionId && people.Contains(c.PersonId), cancellationToken);
        if (wrong is null) return CommonErrors.NotFound;
        if (wrong.PersonId == user.PersonId) return new Error("completion.own", "This is your own record. The lead of the unit above corrects it.");
        if (wrong.VoidedAt is not null || wrong.Version != request.Version) return CommonErrors.ChangedMeanwhile;

        Completion? right = null;
        if (request.Right is { } should)
        {
            var course = await db.Courses.SingleAsync(c => c.Id == wrong.CourseId, cancellationToken);
            var faults = CourseDayRules.Check(course, should.CourseVersion, should.CompletedOn, nameof(should.CourseVersion), nameof(should.CompletedOn));
            if (faults.Count > 0) return FieldRefusal.Of(faults);

            right = new Completion(wrong.PersonId, wrong.CourseId, should.CourseVersion, should.CompletedOn, should.Result, now);
            right.SetOutcome(should.Result == wrong.Result ? wrong.Score : null, should.Result == CompletionResult.Failed ? null : course.ValidUntil(should.CompletedOn));
            right.SetOrigin(Source, Guid.CreateVersion7().ToString("N"), importId: null);
            right.SetDetails(wrong.DurationMinutes, wrong.EvidenceSha256);
            right.CorrectionOf(wrong);
            db.Completions.Add(right);
        }

        wrong.Void(now, user.Actor, request.Reason.Trim());
        db.EvaluationSignals.Add(new EvaluationSignal("literacy", now));
        db.Record(
            user.Actor,
            "training.corrected",
            $"person:{wrong.PersonId.Value}",
            new { completion = wrong.Id, reason = request.Reason.Trim(), version = right?.CourseVersion, completedOn = right?.CompletedOn, result = right?.Result.ToString() }
        );
        return new CoverageChange<long>(wrong.Id, CoveragePeople.Only([wrong.PersonId]));
    }
}
