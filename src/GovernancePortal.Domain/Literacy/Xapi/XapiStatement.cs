using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>What became of a statement when it came.</summary>
public enum StatementOutcome
{
    /// <summary>Person and course are known; the text says what it did.</summary>
    Resolved = 1,

    /// <summary>It says nothing about a completion.</summary>
    NoEffect = 2,

    NobodyKnown = 3,

    NoCourse = 4,
}

/// <summary>A statement of a training system, as it came. It is never changed; only what became of it may be decided anew.</summary>
public sealed class XapiStatement
{
    public const int VerbMaxLength = 400;
    public const int OutcomeTextMaxLength = 400;
    public const int SentByMaxLength = 200;

    private XapiStatement() { }

    public XapiStatement(Guid id, Statement said, string sentBy, DateTimeOffset receivedAt)
    {
        (Id, Sha256, Json, SentBy, ReceivedAt) = (id, said.Sha256, said.Json, sentBy, receivedAt);
        (Registration, IsCmi5, Voids) = (said.Registration, said.IsCmi5, said.Voids);
        Verb = said.Verb.Length <= VerbMaxLength ? said.Verb : said.Verb[..VerbMaxLength];
    }

    public Guid Id { get; private set; }

    /// <summary>Of the canonical form (RFC 8785), by which the same statement is told from another with its id.</summary>
    public string Sha256 { get; private set; } = "";

    public string Verb { get; private set; } = "";

    public Guid? Registration { get; private set; }

    public bool IsCmi5 { get; private set; }

    /// <summary>The statement that this one voids.</summary>
    public Guid? Voids { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The key that sent it, as the ledger names it.</summary>
    public string SentBy { get; private set; } = "";

    public PersonId? PersonId { get; private set; }

    public CourseId? CourseId { get; private set; }

    public StatementOutcome Outcome { get; private set; }

    /// <summary>What became of it, in a sentence.</summary>
    public string OutcomeText { get; private set; } = "";

    public string Json { get; private set; } = "";

    public void Resolve(PersonId? personId, CourseId? courseId) => (PersonId, CourseId) = (personId, courseId);

    public void Decide(StatementOutcome outcome, string text) =>
        (Outcome, OutcomeText) = (outcome, text.Length <= OutcomeTextMaxLength ? text : text[..OutcomeTextMaxLength]);
}
