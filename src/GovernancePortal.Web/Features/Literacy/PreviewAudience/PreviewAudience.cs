using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.PreviewAudience;

/// <summary>How many people a rule would cover today, and how many of them meet it already.</summary>
/// <param name="CompletedSince">Earlier completions do not count; null when all count.</param>
[Requires(Policies.ManageCourses)]
public sealed record PreviewAudienceQuery(UnitId UnitId, CourseId CourseId, RuleTerms Terms, DateOnly? CompletedSince = null)
    : IRequest<Result<AudienceFigures>>, IUnitRequest;

internal sealed class PreviewAudienceValidator : AbstractValidator<PreviewAudienceQuery>
{
    public PreviewAudienceValidator() => RuleFor(q => q.Terms).SetValidator(new RuleTermsValidator());
}

internal sealed class PreviewAudienceHandler(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : IRequestHandler<PreviewAudienceQuery, Result<AudienceFigures>>
{
    public async Task<Result<AudienceFigures>> Handle(PreviewAudienceQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var range = await db.Units.Where(u => u.Id == request.UnitId).Select(u => new { u.Left, u.Right }).SingleAsync(cancellationToken);
        var rule = new RuleOutline(request.CourseId, request.Terms, request.CompletedSince, new UnitRange(range.Left, range.Right));

        var covered = await AudienceCount.CoveredAsync(db, rule, today, cancellationToken);
        var meeting = await AudienceCount.MeetingAsync(db, covered, rule, today, cancellationToken);
        var people = await covered.CountAsync(cancellationToken);
        var joining = await AudienceCount.Joining(covered, rule, today).CountAsync(cancellationToken);
        return new AudienceFigures(people, await meeting.CountAsync(cancellationToken), joining).WithoutUse(rule.Terms.Audience.Tool);
    }
}
