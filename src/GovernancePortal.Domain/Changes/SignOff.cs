using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Changes;

/// <summary>What a named person decided about one change at one commit. Rows are only added.</summary>
public sealed class SignOff
{
    public const int NoteMaxLength = 2000;

    private SignOff() { }

    internal SignOff(ChangeId changeId, SignOffKind kind, PersonId by, Level level, DateTimeOffset at)
    {
        (ChangeId, Kind, By, ByLevel, At) = (changeId, kind, by, level, at);
        Day = DateOnly.FromDateTime(at.UtcDateTime);
    }

    public long Id { get; private set; }

    public ChangeId ChangeId { get; private set; }

    public SignOffKind Kind { get; private set; }

    public PersonId By { get; private set; }

    /// <summary>As it was then; a later promotion changes nothing.</summary>
    public Level ByLevel { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>UTC day of <see cref="At"/>, by which lists count.</summary>
    public DateOnly Day { get; private set; }

    public FindingType Finding { get; private set; }

    /// <summary>The system in which it was found; empty when nothing was.</summary>
    public string System { get; private set; } = "";

    public string Note { get; private set; } = "";

    internal SignOff Found(FindingType finding, string system, string note)
    {
        (Finding, System, Note) = (finding, system, note.Trim());
        return this;
    }
}
