using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Words;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>Logs one session for many people: who was there, what was it, when.</summary>
/// <param name="ScorePercent">0 to 100, for everybody of the session; null when nothing was scored.</param>
/// <param name="EvidenceSha256">A file that was kept before, see <see cref="EvidenceFile"/>.</param>
[Requires(Policies.LogTraining)]
public sealed record LogSessionCommand(
    CourseId CourseId,
    string CourseVersion,
    DateOnly HeldOn,
    CompletionResult Result,
    IReadOnlyList<PersonId> People,
    string Instructor = "",
    decimal? ScorePercent = null,
    string? EvidenceSha256 = null
) : IRequest<Result<LoggedSession>>;

/// <param name="People">For how many it was recorded.</param>
/// <param name="AlreadyRecorded">For how many exactly this was recorded before; nothing was added for them.</param>
public sealed record LoggedSession(TrainingSessionId Id, int People, int AlreadyRecorded);

internal sealed class LogSessionValidator : AbstractValidator<LogSessionCommand>
{
    public LogSessionValidator(TimeProvider clock)
    {
        RuleFor(c => c.People).NotEmpty().WithMessage("Tick at least one person.");
        RuleFor(c => c.People.Count)
            .LessThanOrEqualTo(TrainingSession.MostPeople)
            .OverridePropertyName(nameof(LogSessionCommand.People))
            .WithMessage($"One session takes {TrainingSession.MostPeople:N0} people at most. Import a file for more.");
        RuleFor(c => c.HeldOn).Must(day => day <= clock.Today()).WithMessage("This day has not come yet. Log the session once it has been held.");
        RuleFor(c => c.Result).Must(r => r is CompletionResult.Passed or CompletionResult.Failed or CompletionResult.Attended).WithMessage("Choose what came of it.");
        RuleFor(c => c.Instructor).MaximumLength(TrainingSession.InstructorMaxLength).WithMessage($"At most {TrainingSession.InstructorMaxLength} letters.");
        RuleFor(c => c.ScorePercent).InclusiveBetween(0, 100).WithMessage("A score is between 0 and 100 per cent.");
    }
}

internal sealed class LogSessionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<LogSessionCommand, Result<LoggedSession>>
{
    public const string Source = "session";

    public Task<Result<LoggedSession>> Handle(LogSessionCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return CoverageProjection.SaveAsync(contexts, now.UtcDay(), (db, token) => LogAsync(db, request, now, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<LoggedSession>>> LogAsync(PortalDbContext db, LogSessionCommand request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var course = await db.Courses.SingleOrDefaultAsync(c => c.Id == request.CourseId, cancellationToken);
        var wrong = CourseDayRules.Check(course, request.CourseVersion, request.HeldOn, nameof(request.CourseId), nameof(request.HeldOn));
        if (await EvidenceChecks.FaultAsync(db, request.EvidenceSha256, user.Actor, nameof(request.EvidenceSha256), cancellationToken) is { } fault) wrong.Add(fault);

        var asked = request.People.Distinct().ToArray();
        var people = await db.People.Within(db.Units, user.ScopeOf(Policies.LogTraining)).Where(p => asked.Contains(p.Id)).ToListAsync(cancellationToken);
        wrong.AddRange(SessionRules.CheckPeople(people, asked.Length, request.HeldOn));
        if (wrong.Count > 0) return FieldRefusal.Of(wrong);

        var recorded = await RecordedAsync(db, request, asked, cancellationToken);
        var added = people.Where(p => !recorded.Contains(p.Id)).ToList();
        if (added.Count == 0) return FieldRefusal.At(nameof(request.People), "Exactly this is recorded for all of them already.");

        var session = new TrainingSession(TrainingSessionId.New(), course!.Id, request.CourseVersion, request.HeldOn, request.Result, added.Count);
        session.SetDetails(request.Instructor.Trim(), request.EvidenceSha256);
        session.Logged(user.Actor, user.DisplayName, now);
        db.TrainingSessions.Add(session);
        db.Completions.AddRange(added.Select(p => CompletionOf(p, course, session, request, now)));
        db.Record(user.Actor, "session.logged", $"session:{session.Id.Value}", Facts(session, added));
        return new CoverageChange<LoggedSession>(new LoggedSession(session.Id, added.Count, recorded.Count), CoveragePeople.Only([.. added.Select(p => p.Id)]));
    }

    private static Task<HashSet<PersonId>> RecordedAsync(PortalDbContext db, LogSessionCommand request, PersonId[] people, CancellationToken cancellationToken)
    {
        var (course, version, day, result) = (request.CourseId, request.CourseVersion, request.HeldOn, request.Result);
        return db
            .Completions.Where(c => people.Contains(c.PersonId) && c.CourseId == course && c.CourseVersion == version)
            .Where(c => c.CompletedOn == day && c.Result == result && c.ExternalId == "" && c.VoidedAt == null)
            .Select(c => c.PersonId)
            .ToHashSetAsync(cancellationToken);
    }

    private static Completion CompletionOf(Person person, Course course, TrainingSession session, LogSessionCommand request, DateTimeOffset now)
    {
        var completion = new Completion(person.Id, course.Id, session.CourseVersion, session.HeldOn, session.Result, now);
        completion.SetOutcome(request.ScorePercent / 100, session.Result == CompletionResult.Failed ? null : course.ValidUntil(session.HeldOn));
        completion.SetOrigin(Source, externalId: "", importId: null);
        completion.SetSession(session.Id, session.EvidenceSha256);
        return completion;
    }

    // Who was there is in the rows; the entry holds a hash over their sorted ids, so that a row more or less shows.
    private static object Facts(TrainingSession session, IReadOnlyList<Person> people)
    {
        var ids = string.Join('\n', people.Select(p => p.Id.Value.ToString("D")).Order(StringComparer.Ordinal));
        return new
        {
            course = session.CourseId.Value,
            version = session.CourseVersion,
            heldOn = session.HeldOn,
            result = session.Result.ToString(),
            people = people.Count,
            peopleSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ids))),
            evidenceSha256 = session.EvidenceSha256,
        };
    }
}
