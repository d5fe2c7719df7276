using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.MarkOversight;

/// <summary>Whether it is a person's duty to oversee AI output.</summary>
[Requires(Policies.ViewPeople)]
public sealed record GetOversightQuery(PersonId PersonId) : IRequest<Result<Oversight>>;

/// <param name="Version">Of the person, as it was read.</param>
/// <param name="MayMark">Whether the user may give or take the duty.</param>
public sealed record Oversight(bool Oversees, int Version, bool MayMark);

/// <summary>Gives a person the duty to oversee AI output, or takes it. Such people are trained apart from everybody else.</summary>
/// <param name="Version">Of the person, as it was read.</param>
[Requires(Policies.AssignOversight)]
public sealed record MarkOversightCommand(PersonId PersonId, int Version, bool Oversees, string Reason) : IRequest<Result<Oversight>>;

internal sealed class MarkOversightValidator : AbstractValidator<MarkOversightCommand>
{
    private const int ReasonMaxLength = LiteracyRequirement.ReasonMaxLength;

    public MarkOversightValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State why.").MaximumLength(ReasonMaxLength).WithMessage($"Use at most {ReasonMaxLength} characters.");
}

internal sealed class MarkOversightHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetOversightQuery, Result<Oversight>>,
        IRequestHandler<MarkOversightCommand, Result<Oversight>>
{
    public static readonly Error OwnDuty = new("oversight.own", "Somebody else decides over your own duty.", ErrorKind.Forbidden);
    public static readonly Error HasLeft = new("oversight.left", "This person no longer works here.");
    public static readonly Error AsItIs = new("oversight.same", "It is so already. Nothing was written.", ErrorKind.Conflict);

    private DateOnly Today => clock.Today();

    public async Task<Result<Oversight>> Handle(GetOversightQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db
            .People.Within(db.Units, user.ScopeOf(Policies.ViewPeople))
            .Where(p => p.Id == request.PersonId)
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.OverseesAi, p.Version, p.LeftOn, u.Left })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return CommonErrors.NotFound;

        var mayMark = user.ScopeOf(Policies.AssignOversight).Covers(found.Left) && user.PersonId != request.PersonId && !(found.LeftOn <= Today);
        return new Oversight(found.OverseesAi, found.Version, mayMark);
    }

    public Task<Result<Oversight>> Handle(MarkOversightCommand request, CancellationToken cancellationToken) =>
        CoverageProjection.SaveAsync<Oversight>(contexts, Today, (db, token) => MarkAsync(db, request, token), cancellationToken);

    private async Task<Result<CoverageChange<Oversight>>> MarkAsync(PortalDbContext db, MarkOversightCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId == request.PersonId) return OwnDuty;
        var person = await db.People.Within(db.Units, user.ScopeOf(Policies.AssignOversight)).SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (person is null) return CommonErrors.NotFound;
        if (!person.WorksHereOn(Today)) return HasLeft;
        if (person.OverseesAi == request.Oversees) return AsItIs;
        if (person.Version != request.Version) return CommonErrors.ChangedMeanwhile;

        person.SetOversight(request.Oversees);
        db.EvaluationSignals.Add(new EvaluationSignal("literacy", clock.GetUtcNow()));
        db.Record(user.Actor, "oversight.marked", $"person:{person.Id.Value}", new { oversees = request.Oversees, reason = request.Reason.Trim() });
        return new CoverageChange<Oversight>(new Oversight(request.Oversees, person.Version + 1, MayMark: true), CoveragePeople.Only([person.Id]));
    }
}
