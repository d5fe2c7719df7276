namespace GovernancePortal.Domain.Reallocation;

/// <summary>Who has read a case; every page that shows it writes it down.</summary>
public sealed class CaseReader
{
    private CaseReader() { }

    public CaseReader(CaseId caseId, Guid userId, DateTimeOffset now) => (CaseId, UserId, FirstAt, LastAt, Times) = (caseId, userId, now, now, 1);

    public CaseId CaseId { get; private set; }

    /// <summary>The account.</summary>
    public Guid UserId { get; private set; }

    public DateTimeOffset FirstAt { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public int Times { get; private set; }
}
