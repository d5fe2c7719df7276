using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>Finds the people of a pasted list: e-mails, employee numbers or full names, one to a line or separated by commas, semicolons or tabs.</summary>
[Requires(Policies.LogTraining)]
public sealed record MatchPeopleQuery(string Pasted) : IRequest<Result<PastedPeople>>;

/// <param name="Matched">In the order of the list, each person once.</param>
/// <param name="Unmatched">What matched nobody the lead answers for.</param>
/// <param name="Repeated">Lines that name somebody for the second time.</param>
public sealed record PastedPeople(IReadOnlyList<SessionPerson> Matched, IReadOnlyList<UnmatchedLine> Unmatched, IReadOnlyList<string> Repeated);

/// <param name="Line">As it was pasted.</param>
/// <param name="Suggestion">Somebody whose e-mail, number or name is nearly the same.</param>
public sealed record UnmatchedLine(string Line, SessionPerson? Suggestion, bool IsAmbiguous);

internal sealed class MatchPeopleValidator : AbstractValidator<MatchPeopleQuery>
{
    private const int MostLetters = 300_000;

    public MatchPeopleValidator()
    {
        RuleFor(q => q.Pasted).NotEmpty().WithMessage("Paste e-mails, employee numbers or names, one to a line.");
        RuleFor(q => q.Pasted).MaximumLength(MostLetters).WithMessage("This is too long for one session. Import it as a file.");
        RuleFor(q => q.Pasted)
            .Must(p => PastedLines.Of(p).Count <= TrainingSession.MostPeople)
            .WithMessage($"One session takes {TrainingSession.MostPeople:N0} people at most. Import a file for more.");
    }
}

internal sealed class MatchPeopleHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<MatchPeopleQuery, Result<PastedPeople>>
{
    public async Task<Result<PastedPeople>> Handle(MatchPeopleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var people = db.People.AsNoTracking().Within(db.Units, user.ScopeOf(Policies.LogTraining)).Where(p => p.LeftOn == null || p.LeftOn > today);
        var lines = PastedLines.Of(request.Pasted);
        var known = await KnownAsync(people, lines, cancellationToken);

        var (matched, seen) = (new List<SessionPerson>(), new HashSet<PersonId>());
        var (unmatched, repeated) = (new List<UnmatchedLine>(), new List<string>());
        foreach (var line in lines)
        {
            var found = known[PastedLines.KeyOf(line)].ToList();
            if (found.Count != 1) unmatched.Add(new UnmatchedLine(line, null, found.Count > 1));
            else if (seen.Add(found[0].Id)) matched.Add(RowOf(found[0]));
            else repeated.Add(line);
        }

        return new PastedPeople(matched, await SuggestAsync(people, unmatched, cancellationToken), repeated);
    }

    private static async Task<ILookup<string, Person>> KnownAsync(IQueryable<Person> people, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var typed = lines.ToArray();
        var mails = lines.Where(l => l.Contains('@')).Select(l => l.ToLowerInvariant()).ToArray();
        var names = lines.Where(l => !l.Contains('@')).Select(Person.SearchForm).ToArray();
        var found = await people
            .Where(p => typed.Contains(p.EmployeeNumber) || (p.Email != null && mails.Contains(p.Email)) || names.Contains(p.SearchName))
            .Take(TrainingSession.MostPeople * 2)
            .ToListAsync(cancellationToken);
        return found
            .SelectMany(p => new[] { PastedLines.KeyOf(p.EmployeeNumber), PastedLines.KeyOf(p.Email ?? ""), PastedLines.KeyOf(p.Name) }.Distinct(StringComparer.Ordinal).Select(key => (key, p)))
            .ToLookup(x => x.key, x => x.p, StringComparer.Ordinal);
    }

    // Looks for slips of the keyboard among the people of one team; in a large organisation there would be a neighbour for everything.
    private static async Task<IReadOnlyList<UnmatchedLine>> SuggestAsync(IQueryable<Person> people, List<UnmatchedLine> unmatched, CancellationToken cancellationToken)
    {
        const int mostPeople = 2_000;
        const int mostLines = 50;
        if (unmatched.Count is 0 or > mostLines || await people.CountAsync(cancellationToken) > mostPeople) return unmatched;

        var candidates = await people.ToListAsync(cancellationToken);
        return [.. unmatched.Select(u => u with { Suggestion = u.IsAmbiguous ? null : Nearest(u.Line, candidates) is { } near ? RowOf(near) : null })];
    }

    private static Person? Nearest(string line, List<Person> candidates)
    {
        var key = PastedLines.KeyOf(line);
        var best = candidates
            .Select(p => (Person: p, Distance: new[] { p.EmployeeNumber, p.Email ?? "", p.Name }.Min(t => PastedLines.Distance(key, PastedLines.KeyOf(t)))))
            .MinBy(x => x.Distance);
        return best.Person is not null && best.Distance <= Math.Clamp(key.Length / 6, 1, 3) ? best.Person : null;
    }

    private static SessionPerson RowOf(Person p) => new(p.Id, p.Name, p.EmployeeNumber, p.IsContractor, Lacks: false, GraceUntil: null);
}
