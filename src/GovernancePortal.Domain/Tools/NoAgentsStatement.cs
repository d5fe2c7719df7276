using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Tools;

/// <summary>A governance officer's word that on a day no tool or agent could change production in a unit or below it. It ages like any evidence.</summary>
public sealed class NoAgentsStatement
{
    public const int NoteMaxLength = 300;

    private NoAgentsStatement() { }

    public NoAgentsStatement(UnitId unitId, DateOnly statedOn, string note) => (UnitId, StatedOn, Note) = (unitId, statedOn, note);

    public long Id { get; private set; }

    public UnitId UnitId { get; private set; }

    public DateOnly StatedOn { get; private set; }

    /// <summary>How it was found out.</summary>
    public string Note { get; private set; } = "";
}
