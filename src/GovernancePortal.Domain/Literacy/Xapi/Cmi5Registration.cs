using System.Globalization;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>
/// What all statements of one person, course and registration come to by the rules of cmi5. It looks at the whole set and orders it by time,
/// so the order in which statements arrive does not matter.
/// </summary>
public sealed class Cmi5Registration
{
    private const string Administrative = "Administrative";

    private readonly Guid _registration;
    private readonly string? _courseActivity;
    private readonly List<SentStatement> _all;
    private readonly ILookup<string, SentStatement> _launches;
    private readonly ILookup<string, SentStatement> _abandoned;

    private Cmi5Registration(Guid registration, IEnumerable<SentStatement> statements, string? courseActivity)
    {
        (_registration, _courseActivity) = (registration, courseActivity);
        _all = [.. statements.Where(s => s.Said.IsCmi5).OrderBy(s => s.At).ThenBy(s => s.Id)];
        _launches = Of(XapiVerbs.Launched).ToLookup(SessionOf, StringComparer.Ordinal);
        _abandoned = Of(XapiVerbs.Abandoned).ToLookup(SessionOf, StringComparer.Ordinal);
    }

    /// <param name="registration">The registration.</param>
    /// <param name="statements">All that was received for it, without what was voided.</param>
    /// <param name="courseActivity">The activity that the portal's course names.</param>
    public static StatementVerdict Judge(Guid registration, IEnumerable<SentStatement> statements, string? courseActivity) =>
        new Cmi5Registration(registration, statements, courseActivity).Judge();

    private StatementVerdict Judge()
    {
        var attempts = Of(XapiVerbs.Failed).Where(Counts).Select(s => Attempt(s)).ToList();
        var (credit, reason) = Credit();
        return new StatementVerdict(credit is null ? attempts : [.. attempts, credit], reason);
    }

    private (PlannedCompletion? Credit, string Reason) Credit()
    {
        var criteria = Criteria();
        if (criteria is { } known && Earned(known) is { } earned) return (earned, $"Credit: the unit asks for {known}, and that was met on {Text(earned.On)}.");
        if (Waived() is { } waived) return (waived, $"Credit: the training system waived it ({waived.Note}).");
        if (criteria is null && Satisfied() is { } satisfied) return (satisfied, "Credit: the training system says that the course is satisfied.");
        return (null, $"No credit: {Missing(criteria)}");
    }

    // With several units in one course nobody but the training system knows when the whole is done, and a session whose launch has not come may be a review.
    private MoveOn? Criteria()
    {
        if (Units() > 1 || _all.Exists(s => Decides(s) && !_launches.Contains(SessionOf(s)))) return null;
        var launch = _all.FindLast(s => s.Said.Verb == XapiVerbs.Launched && IsNormal(s));
        return launch is not null && Enum.TryParse<MoveOn>(Extension(launch, Cmi5Names.MoveOn), ignoreCase: true, out var moveOn) && Enum.IsDefined(moveOn) ? moveOn : null;
    }

    private PlannedCompletion? Earned(MoveOn moveOn)
    {
        var (pass, completed) = (Pass(), Completed());
        var isMet = moveOn switch
        {
            MoveOn.Passed => pass is not null,
            MoveOn.Completed => completed is not null,
            MoveOn.CompletedAndPassed => pass is not null && completed is not null,
            // "Not applicable" asks for nothing, and having opened a unit shows nothing: somebody has to have done something in it.
            _ => pass is not null || completed is not null,
        };
        if (!isMet) return null;

        var day = moveOn switch
        {
            MoveOn.Passed => pass!.Day,
            MoveOn.Completed => completed!.Day,
            MoveOn.CompletedAndPassed => pass!.Day > completed!.Day ? pass.Day : completed.Day,
            _ => pass is null || completed?.Day < pass.Day ? completed!.Day : pass.Day,
        };
        var minutes = Math.Max(pass?.Said.Minutes ?? 0, completed?.Said.Minutes ?? 0);
        var result = pass is not null || completed!.Said.Success == true ? CompletionResult.Passed : CompletionResult.Attended;
        return new PlannedCompletion(result, day, PlannedCompletion.ShareOf((pass ?? completed)!.Said.Scaled), minutes == 0 ? null : minutes, Key);
    }

    private SentStatement? Pass() => _all.Find(s => s.Said.Verb == XapiVerbs.Passed && s.Said.Success != false && MovesOn(s) && Counts(s) && !IsBelowMastery(s));

    private SentStatement? Completed() => _all.Find(s => s.Said.Verb == XapiVerbs.Completed && s.Said.Completion != false && MovesOn(s) && Counts(s));

    // A waiver for the administration's convenience says nothing about what the person knows.
    private PlannedCompletion? Waived()
    {
        var waived = Units() > 1 ? null : _all.Find(s => s.Said.Verb == XapiVerbs.Waived && ReasonOf(s) is { } reason && !reason.Equals(Administrative, StringComparison.OrdinalIgnoreCase));
        return waived is null ? null : new PlannedCompletion(CompletionResult.Waived, waived.Day, Score: null, Minutes: null, Key, ReasonOf(waived)!);
    }

    private PlannedCompletion? Satisfied()
    {
        var satisfied = _all.Find(s => s.Said.Verb == XapiVerbs.Satisfied && (s.Said.ActivityType == Cmi5Names.CourseType || (_courseActivity is not null && s.Said.ActivityId == _courseActivity)));
        return satisfied is null ? null : new PlannedCompletion(CompletionResult.Attended, satisfied.Day, Score: null, Minutes: null, Key);
    }

    private static PlannedCompletion Attempt(SentStatement failed) =>
        new(CompletionResult.Failed, failed.Day, PlannedCompletion.ShareOf(failed.Said.Scaled), failed.Said.Minutes, failed.Id.ToString("D"));

    private string Missing(MoveOn? criteria)
    {
        if (_launches.Count > 0 && _launches.All(g => g.All(l => !IsNormal(l)))) return "it was opened for review or browsing only.";
        if (Units() > 1) return "the course has several units, and the training system has not said that it is satisfied.";
        if (criteria is not { } asked) return "the launch that says what the unit asks for has not arrived.";
        if (_all.Exists(s => s.Said.Verb == XapiVerbs.Passed && Counts(s) && IsBelowMastery(s))) return "the pass lies below the mastery score, so it is none.";
        return $"the unit asks for {asked}, and that is not met yet.";
    }

    private IEnumerable<SentStatement> Of(string verb) => _all.Where(s => s.Said.Verb == verb);

    private int Units() =>
        _all.Where(s => s.Said.Verb is not (XapiVerbs.Satisfied or XapiVerbs.Waived) && s.Said.ActivityId is not null).Select(s => s.Said.ActivityId).Distinct(StringComparer.Ordinal).Count();

    private static bool Decides(SentStatement s) => s.Said.Verb is XapiVerbs.Passed or XapiVerbs.Completed or XapiVerbs.Failed;

    /// <summary>Whether it comes from a session that was opened for credit, and from before the session was given up.</summary>
    private bool Counts(SentStatement s)
    {
        var session = SessionOf(s);
        return _launches[session].Any(IsNormal) && _launches[session].All(IsNormal) && !_abandoned[session].Any(a => a.At < s.At);
    }

    private static bool IsNormal(SentStatement launch) => Extension(launch, Cmi5Names.LaunchMode) is not { } mode || mode.Equals("Normal", StringComparison.OrdinalIgnoreCase);

    private static bool MovesOn(SentStatement s) => s.Said.Categories.Contains(Cmi5Names.MoveOnCategory, StringComparer.Ordinal);

    private bool IsBelowMastery(SentStatement s)
    {
        var mastery = _launches[SessionOf(s)].Select(l => Extension(l, Cmi5Names.MasteryScore)).FirstOrDefault(m => m is not null) ?? Extension(s, Cmi5Names.MasteryScore);
        return decimal.TryParse(mastery, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) && s.Said.Scaled < least;
    }

    private static string SessionOf(SentStatement s) => Extension(s, Cmi5Names.SessionId) ?? "";

    private static string? ReasonOf(SentStatement s) => Extension(s, Cmi5Names.Reason) is { Length: > 0 } reason ? reason : null;

    private static string? Extension(SentStatement s, string name) => s.Said.Extensions.GetValueOrDefault(name);

    private static string Text(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private string Key => _registration.ToString("D");

    /// <summary>What a unit asks for before it is done, in the words of cmi5.</summary>
    private enum MoveOn
    {
        Passed,
        Completed,
        CompletedAndPassed,
        CompletedOrPassed,
        NotApplicable,
    }
}
