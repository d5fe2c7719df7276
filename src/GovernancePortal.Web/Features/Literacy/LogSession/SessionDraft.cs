using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Platform.Pipeline;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>What the lead has entered so far.</summary>
public sealed class SessionDraft
{
    private Dictionary<PersonId, string> _before = [];
    private EvidenceRef? _fileBefore;
    private int _saves;

    public SessionDraft(SessionUnit unit, CourseId courseId, string version, DateOnly today)
    {
        (Unit, CourseId, Version) = (unit, courseId, version);
        HeldOnText = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public SessionUnit Unit { get; private set; }

    public CourseId CourseId { get; private set; }

    public string Version { get; private set; }

    public string HeldOnText { get; set; }

    public CompletionResult Result { get; set; } = CompletionResult.Passed;

    public string Instructor { get; set; } = "";

    public string Score { get; set; } = "";

    public EvidenceRef? Evidence { get; set; }

    /// <summary>Ticked people with their names.</summary>
    public Dictionary<PersonId, string> Ticked { get; private set; } = [];

    public string CourseKey => CourseChoice.KeyOf(CourseId, Version);

    /// <summary>Changes when the list of people has to be read anew.</summary>
    public string PickerKey => $"{Unit.Id.Value:N} {CourseId.Value:N} {_saves}";

    public DateOnly? HeldOn => DateOnly.TryParseExact(HeldOnText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public void Choose(SessionUnit unit) => (Unit, Ticked) = (unit, []);

    public void ChooseCourse(string key)
    {
        if (CourseChoice.Read(key) is { } chosen) (CourseId, Version) = chosen;
    }

    public void Tick(PersonId id, string name, bool ticked)
    {
        if (ticked) Ticked[id] = name;
        else Ticked.Remove(id);
    }

    /// <summary>The next session begins with nobody ticked and no file; <see cref="Restore"/> brings them back.</summary>
    public void Clear() => (_before, _fileBefore, Ticked, Evidence, _saves) = (Ticked, Evidence, [], null, _saves + 1);

    public void Restore() => (Ticked, Evidence, _saves) = (_before, _fileBefore, _saves + 1);

    public Result<LogSessionCommand> Read()
    {
        if (HeldOn is not { } day) return FieldRefusal.At(nameof(LogSessionCommand.HeldOn), "Enter the day of the session.");
        var percent = Score.Replace("%", "", StringComparison.Ordinal).Replace(',', '.').Trim();
        decimal? score = null;
        if (percent.Length > 0)
        {
            if (!decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read))
                return FieldRefusal.At(nameof(LogSessionCommand.ScorePercent), "A score is a number between 0 and 100.");
            score = read;
        }

        return new LogSessionCommand(CourseId, Version, day, Result, [.. Ticked.Keys], Instructor, score, Evidence?.Sha256);
    }
}
