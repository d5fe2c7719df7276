using FluentValidation;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Reallocation.MatchPeople;

/// <summary>Matches people to roles that the caller brings along. Nothing is written, and nothing of the organisation is read.</summary>
[Requires(Policies.MatchPeople)]
public sealed record MatchPeopleQuery(MatchBody Match) : IRequest<Result<MatchAnswer>>
{
    public const int MostPeople = 20_000;
    public const int MostRoles = 500;

    /// <summary>Pairs up to which every single fit is told.</summary>
    public const int MostPairsTold = 10_000;
}

internal sealed class MatchPeopleHandler(IMatchSolver solver) : IRequestHandler<MatchPeopleQuery, Result<MatchAnswer>>
{
    // The work takes a processor's time; whoever asked is not made to hold a thread of the page for it.
    public Task<Result<MatchAnswer>> Handle(MatchPeopleQuery request, CancellationToken cancellationToken) => Task.Run(() => (Result<MatchAnswer>)Answer(request.Match, cancellationToken), cancellationToken);

    private MatchAnswer Answer(MatchBody body, CancellationToken cancellationToken)
    {
        var (people, roles) = (body.People.Select(p => p.ToCandidate()).ToArray(), body.Roles.Select(r => r.ToRole()).ToArray());
        var matching = new Matching(people, roles, body.Settings());
        var result = matching.Solve(solver, cancellationToken);
        return MatchAnswer.Of(result, matching, people, roles, withMatrix: (long)people.Length * roles.Length <= MatchPeopleQuery.MostPairsTold);
    }
}

internal sealed class MatchPeopleValidator : AbstractValidator<MatchPeopleQuery>
{
    public MatchPeopleValidator()
    {
        RuleFor(q => q.Match.People).Must(IsWhole).WithMessage("Send a list of people.").OverridePropertyName("people");
        RuleFor(q => q.Match.Roles).Must(IsWhole).WithMessage("Send a list of roles.").OverridePropertyName("roles");
        When(q => IsWhole(q.Match.People) && IsWhole(q.Match.Roles), Contents);
    }

    private static bool IsWhole<T>(IReadOnlyList<T> list) where T : class => list is not null && list.All(x => x is not null);

    private void Contents()
    {
        RuleFor(q => q.Match.People.Count).LessThanOrEqualTo(MatchPeopleQuery.MostPeople).WithMessage($"Match at most {MatchPeopleQuery.MostPeople:#,0} people at once.").OverridePropertyName("people");
        RuleFor(q => q.Match.Roles.Count).LessThanOrEqualTo(MatchPeopleQuery.MostRoles).WithMessage($"Match at most {MatchPeopleQuery.MostRoles} roles at once.").OverridePropertyName("roles");
        RuleFor(q => q.Match.People).Must(p => p.DistinctBy(x => x.Id, StringComparer.Ordinal).Count() == p.Count).WithMessage("Two people have the same id.").OverridePropertyName("people");
        RuleFor(q => q.Match.Roles).Must(r => r.DistinctBy(x => x.Id, StringComparer.Ordinal).Count() == r.Count).WithMessage("Two roles have the same id.").OverridePropertyName("roles");
        RuleFor(q => q.Match.Weights).Must(w => w is null || (Array.TrueForAll([w.Skill, w.Knowledge, w.Preference, w.Level, w.Training], x => x is >= 0 and <= 1) && w.Preference + w.Level + w.Training > 0))
            .WithMessage("Weights lie between 0 and 1, and preference, level and training are not all 0.").OverridePropertyName("weights");
        RuleFor(q => q.Match.ScarcityBoost).InclusiveBetween(0, 10).WithMessage("State 0 to 10.").OverridePropertyName("scarcityBoost");
        RuleFor(q => q.Match.MinScore).InclusiveBetween(0, 1).WithMessage("State 0 to 1.").OverridePropertyName("minScore");
        RuleForEach(q => q.Match.Roles).SetValidator(new RoleBodyValidator()).OverridePropertyName("roles");
        RuleForEach(q => q.Match.People).SetValidator(new PersonBodyValidator()).OverridePropertyName("people");
    }
}

internal sealed class RoleBodyValidator : AbstractValidator<RoleBody>
{
    private const double MostMonths = 120;

    public RoleBodyValidator()
    {
        RuleFor(r => r.Id).NotEmpty().MaximumLength(100).WithMessage("Give it an id of at most 100 characters.");
        RuleFor(r => r.Title).MaximumLength(200).WithMessage("Use at most 200 characters.");
        RuleFor(r => r.Level).IsInEnum().NotEqual(Domain.Organisation.Level.Unknown).WithMessage("State junior, mid, senior or principal.");
        RuleFor(r => r.Seats).InclusiveBetween(0, 1_000_000).WithMessage("State 0 seats or more.");
        RuleFor(r => r.MaxTrainingMonths).InclusiveBetween(0, MostMonths).WithMessage("State 0 to 120 months.");
        RuleFor(r => r.MinKnowledge).InclusiveBetween(0, 1).WithMessage("State 0 to 1.");
        RuleFor(r => r.Knowledge).Must(k => k is null || k.Values.All(v => v is >= 0 and <= 1e6)).WithMessage("How much is needed is 0 or more.");
        RuleForEach(r => r.Skills).Must(s => s is { Skill.Length: > 0, Level: >= 0 and <= 5, Weight: >= 0 and <= 1e6, MonthsPerLevel: >= 0 and <= MostMonths })
            .WithMessage("A skill has a name, a level of 0 to 5, and a weight and months for a level that are not below 0.");
    }
}

internal sealed class PersonBodyValidator : AbstractValidator<PersonBody>
{
    public PersonBodyValidator()
    {
        RuleFor(p => p.Id).NotEmpty().MaximumLength(100).WithMessage("Give them an id of at most 100 characters.");
        RuleFor(p => p.Level).IsInEnum().NotEqual(Domain.Organisation.Level.Unknown).WithMessage("State junior, mid, senior or principal.");
        RuleFor(p => p.Skills).Must(s => s is null || s.Values.All(v => v is >= 0 and <= 5)).WithMessage("A skill has a level of 0 to 5.");
        RuleFor(p => p.Knowledge).Must(k => k is null || k.Values.All(v => v is >= 0 and <= 1)).WithMessage("Knowledge lies between 0 and 1.");
        RuleFor(p => p.Preferences).Must(k => k is null || k.Values.All(v => v >= 1)).WithMessage("The first choice has the rank 1.");
    }
}
