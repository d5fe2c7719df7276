using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Literacy.Statements;

/// <summary>Statements that are judged together: one outside cmi5, or all of a registration about one course.</summary>
internal sealed record StatementGroup(PersonId PersonId, CourseId CourseId, Guid? Registration, IReadOnlyList<XapiStatement> Rows)
{
    /// <summary>What the completions of this group are known by.</summary>
    public IEnumerable<string> Keys => Rows.Select(r => r.Id.ToString("D")).Concat(Registration is { } id ? [id.ToString("D")] : []);

    public static StatementGroup OfPlain(XapiStatement row) => new(row.PersonId!.Value, row.CourseId!.Value, Registration: null, [row]);

    /// <summary>A training system says that a course is satisfied under another name than its unit has; when the registration is about one course, it is that one.</summary>
    public static IEnumerable<StatementGroup> OfRegistration(Guid registration, PersonId person, IReadOnlyList<XapiStatement> rows, Func<XapiStatement, SentStatement> sent)
    {
        var courses = rows.Select(r => r.CourseId).OfType<CourseId>().Distinct().ToList();
        var wholes = courses.Count != 1 ? [] : rows.Where(r => r.CourseId is null && sent(r).Said is { Verb: XapiVerbs.Satisfied, ActivityType: Cmi5Names.CourseType }).ToList();
        return courses.Select(c => new StatementGroup(person, c, registration, [.. rows.Where(r => r.CourseId == c), .. wholes]));
    }

    public StatementVerdict Judge(Course course, IReadOnlySet<Guid> voided, Func<XapiStatement, SentStatement> sent)
    {
        var standing = Rows.Where(r => !voided.Contains(r.Id)).Select(sent).ToList();
        var verdict =
            standing.Count == 0 ? new StatementVerdict([], "It was voided by the training system.")
            : Registration is { } registration ? Cmi5Registration.Judge(registration, standing, course.ActivityId)
            : PlainStatement.Judge(standing[0]);
        var late = verdict.Completions.Where(c => course.RetiredOn <= c.On).ToList();
        return late.Count == 0 ? verdict : new StatementVerdict([.. verdict.Completions.Except(late)], $"{course.Name} is no longer taught since {Platform.Words.Say.Day(course.RetiredOn!.Value)}.");
    }
}
