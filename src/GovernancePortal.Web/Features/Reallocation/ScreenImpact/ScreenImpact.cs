using FluentValidation;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Reallocation.ScreenImpact;

/// <summary>Screens one decision for adverse impact, from counts that the caller brings along. Nothing is written.</summary>
[Requires(Policies.ScreenImpact)]
public sealed record ScreenImpactQuery(IReadOnlyList<ImpactGroup> Groups) : IRequest<Result<ImpactAnswer>>
{
    public const int MostGroups = 200;
    public const int MostPeople = 10_000_000;
}

/// <param name="Reference">The group of five or more with the highest rate; null when there is none.</param>
/// <param name="Flag">Whether somebody has to look at the criteria.</param>
public sealed record ImpactAnswer(string? Reference, IReadOnlyList<ImpactRowAnswer> Rows, bool Flag);

/// <param name="Status">ok, tooSmall, flag, reviewFourFifths or reviewStatistical; the figures of a group that is too small are not told.</param>
public sealed record ImpactRowAnswer(string Group, int Total, int? Favourable, double? Rate, double? ImpactRatio, double? P, string Status);

internal sealed class ScreenImpactValidator : AbstractValidator<ScreenImpactQuery>
{
    public ScreenImpactValidator()
    {
        RuleFor(q => q.Groups).NotNull().WithMessage("Send the groups.").OverridePropertyName("groups").DependentRules(Contents);
    }

    private void Contents()
    {
        RuleFor(q => q.Groups.Count).InclusiveBetween(1, ScreenImpactQuery.MostGroups).WithMessage($"Send 1 to {ScreenImpactQuery.MostGroups} groups.").OverridePropertyName("groups");
        RuleFor(q => q.Groups).Must(g => g.DistinctBy(x => x.Group, StringComparer.Ordinal).Count() == g.Count).WithMessage("Two groups have the same name.").OverridePropertyName("groups");
        RuleForEach(q => q.Groups).Must(g => g.Group is { Length: > 0 and <= 100 } && g.Total is >= 0 and <= ScreenImpactQuery.MostPeople && g.Favourable >= 0 && g.Favourable <= g.Total)
            .WithMessage("A group has a name, and between none and all of its people were favoured.").OverridePropertyName("groups");
    }
}

internal sealed class ScreenImpactHandler : IRequestHandler<ScreenImpactQuery, Result<ImpactAnswer>>
{
    public Task<Result<ImpactAnswer>> Handle(ScreenImpactQuery request, CancellationToken cancellationToken)
    {
        var screen = AdverseImpact.Of(request.Groups);
        var rows = screen.Rows.Select(r => new ImpactRowAnswer(r.Group, r.Total, r.Favourable, r.Rate, r.ImpactRatio, r.P, r.Status.ToCode()));
        return Task.FromResult<Result<ImpactAnswer>>(new ImpactAnswer(screen.Reference, [.. rows], screen.NeedsReview));
    }
}
