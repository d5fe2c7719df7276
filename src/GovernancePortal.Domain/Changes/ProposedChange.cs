using System.Globalization;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Domain.Changes;

/// <summary>
/// A change at one commit. Repository, number and commit are its name: a push of another commit is another row, so that a sign-off can never be taken for one of
/// something that nobody read. The row whose commit was seen last is the current one.
/// </summary>
public sealed partial class ProposedChange
{
    public const int RepositoryMaxLength = 200;
    public const int CurrentKeyMaxLength = RepositoryMaxLength + 12;
    public const int CommitMaxLength = 64;
    public const int TitleMaxLength = 300;
    public const int UrlMaxLength = 500;
    public const int AuthorMaxLength = 254;
    public const int AgentMaxLength = AiTool.NameMaxLength;
    public const int NoteMaxLength = 300;
    public const int ListMaxLength = 1000;
    public const int PathsMaxLength = 4000;
    public const int MostSystems = 10;
    public const int MostPaths = 300;

    private const char Line = '\n';

    private ProposedChange() { }

    public ProposedChange(ChangeId id, ChangeReport report, DateTimeOffset now)
    {
        (Id, Repository, Number, Commit, RegisteredAt) = (id, RepositoryForm(report.Repository), report.Number, CommitForm(report.Commit), now);
        SeenAt = DateTimeOffset.MinValue;
        CurrentKey = KeyOf(Repository, Number);
        Hear(report);
    }

    public ChangeId Id { get; private set; }

    /// <summary>Such as <c>larkfield/checkout-api</c>; lower case.</summary>
    public string Repository { get; private set; } = "";

    /// <summary>Of the pull request or merge request.</summary>
    public int Number { get; private set; }

    /// <summary>Lower case.</summary>
    public string Commit { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Where the difference can be read.</summary>
    public string Url { get; private set; } = "";

    public string Provider { get; private set; } = "";

    public string Author { get; private set; } = "";

    public string Agent { get; private set; } = "";

    /// <summary>The person who wrote it, or runs the agent that did; null while nobody knows.</summary>
    public PersonId? AuthorId { get; private set; }

    public Level AuthorLevel { get; private set; }

    public AiToolId? AgentId { get; private set; }

    /// <summary>Who answers for that agent.</summary>
    public PersonId? AgentOwner { get; private set; }

    public UnitId UnitId { get; private set; }

    public AiInvolvement Involvement { get; private set; }

    public InvolvementSource InvolvementSource { get; private set; }

    public string InvolvementNote { get; private set; } = "";

    /// <summary>What was found in the commit itself, such as its trailers; it never becomes weaker.</summary>
    public AiInvolvement CommitInvolvement { get; private set; }

    public RiskTier Tier { get; private set; } = RiskTier.High;

    public ChangeState State { get; private set; }

    /// <summary>By the sender's clock, when this commit was last known to be the head.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When it was merged or went out.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>Until when a reviewer was promised to have looked.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Repository and number while this is the current commit of them, else null; unique, so there is never more than one.</summary>
    public string? CurrentKey { get; private set; }

    /// <summary>No other commit of the same change was seen later.</summary>
    public bool IsCurrent => CurrentKey is not null;

    /// <summary>As the gate answered when something last changed; what it answers now is always worked out anew.</summary>
    public GateVerdict Verdict { get; private set; }

    /// <summary>When a senior or principal signed this commit off; null while none has, or once one found something.</summary>
    public DateTimeOffset? SignedBySeniorAt { get; private set; }

    /// <summary>When an emergency pass let it through that nobody has reviewed since.</summary>
    public DateTimeOffset? PassedAt { get; private set; }

    public QueuePlace Queue { get; private set; }

    public int Version { get; private set; }

    public bool IsAgents => Agent.Length > 0;

    public bool IsAuthorKnown => IsAgents ? AgentId is not null : AuthorId is not null;

    public AiInvolvement EffectiveInvolvement => IsAgents ? AiInvolvement.Detected : Involvement > CommitInvolvement ? Involvement : CommitInvolvement;

    /// <summary>Whether it counts as AI-assisted: what nobody declared does.</summary>
    public bool IsAiAssisted => EffectiveInvolvement != AiInvolvement.None;

    public IReadOnlyList<string> Systems => Split(SystemLines);

    public IReadOnlyList<string> UnknownSystems => Split(UnknownLines);

    /// <summary>Systems that the register does not say its agent may change; empty for what a person wrote.</summary>
    public IReadOnlyList<string> BeyondAgent => Split(BeyondAgentLines);

    public IReadOnlyList<string> Paths => Split(PathLines);

    private string SystemLines { get; set; } = "";

    private string UnknownLines { get; set; } = "";

    private string BeyondAgentLines { get; set; } = "";

    private string PathLines { get; set; } = "";

    public static string RepositoryForm(string repository) => repository.Trim().Trim('/').ToLowerInvariant();

    public static string KeyOf(string repository, int number) => string.Create(CultureInfo.InvariantCulture, $"{RepositoryForm(repository)}#{number}");

    public static string CommitForm(string commit) => commit.Trim().ToLowerInvariant();

    /// <summary>Takes in a report. An older one changes nothing, so the order in which reports come does not matter, nor how often.</summary>
    /// <returns>Whether it said anything new.</returns>
    public bool Hear(ChangeReport report)
    {
        Release(report.ReleasedAt);
        if (!IsNews(report)) return false;

        (SeenAt, State) = (report.SeenAt, report.State);
        (Title, Url, Provider) = (Cut(report.Title, TitleMaxLength), Cut(report.Url, UrlMaxLength), report.Provider);
        Name(report.Author.Trim(), report.Agent.Trim());
        (Involvement, InvolvementSource, InvolvementNote) = (report.Involvement, report.InvolvementSource, Cut(report.InvolvementNote, NoteMaxLength));
        // Code hosts do not say which systems a change touches; what a build said of them stays.
        if (report.Systems.Count > 0) SystemLines = Join(report.Systems, MostSystems, ListMaxLength);
        if (report.Paths.Count > 0) PathLines = Join(report.Paths, MostPaths, PathsMaxLength);
        return true;
    }

    /// <summary>Fills what a report leaves open with what is known, so that a build that only asks takes nothing away; what was said of AI does not become weaker.</summary>
    public ChangeReport Complete(ChangeReport said)
    {
        var weaker = said.Involvement <= Involvement;
        return said with
        {
            Provider = said.Author.Length == 0 ? Provider : said.Provider,
            Title = said.Title.Length == 0 ? Title : said.Title,
            Url = said.Url.Length == 0 ? Url : said.Url,
            Author = said.Author.Length == 0 ? Author : said.Author,
            Agent = said.Agent.Length == 0 ? Agent : said.Agent,
            Involvement = weaker ? Involvement : said.Involvement,
            InvolvementSource = weaker ? InvolvementSource : said.InvolvementSource,
            InvolvementNote = weaker ? InvolvementNote : said.InvolvementNote,
            State = (ChangeState)Math.Max((int)State, (int)said.State),
        };
    }

    /// <summary>Whether a complete report would change anything but the time.</summary>
    public bool Differs(ChangeReport said) =>
        (said.Provider, said.Title, said.Url, said.Author.Trim(), said.Agent.Trim()) != (Provider, Title, Url, Author, Agent)
        || (said.Involvement, said.InvolvementSource, said.InvolvementNote, said.State) != (Involvement, InvolvementSource, InvolvementNote, State)
        || (said.ReleasedAt is { } at && at != ReleasedAt)
        || (said.Systems.Count > 0 && !said.Systems.Select(CodeSystem.NameForm).Order(StringComparer.Ordinal).SequenceEqual(Systems.Order(StringComparer.Ordinal)))
        || (said.Paths.Count > 0 && !Join(said.Paths, MostPaths, PathsMaxLength).Equals(PathLines, StringComparison.Ordinal));

    /// <summary>It was merged or went out; the first time counts.</summary>
    public void Release(DateTimeOffset? at) => ReleasedAt = at is { } time && (ReleasedAt is not { } known || time < known) ? time : ReleasedAt;

    /// <summary>Something in the commit says whether AI took part.</summary>
    public bool HearCommit(AiInvolvement involvement, string note)
    {
        if (involvement <= CommitInvolvement) return false;
        CommitInvolvement = involvement;
        if (involvement >= Involvement) (InvolvementSource, InvolvementNote) = (InvolvementSource.Trailer, Cut(note, NoteMaxLength));
        return true;
    }

    /// <summary>What the portal knows about whom and what the change names.</summary>
    public void Place(ChangePlace place)
    {
        (AuthorId, AuthorLevel, AgentId, AgentOwner, UnitId) = (place.Author, place.AuthorLevel, place.Agent, place.AgentOwner, place.Unit);
        (Tier, SystemLines, UnknownLines) = (place.Tier, Join(place.Systems, MostSystems, ListMaxLength), Join(place.UnknownSystems, MostSystems, ListMaxLength));
        BeyondAgentLines = Join(place.BeyondAgent, MostSystems, ListMaxLength);
    }

    /// <summary>Of all commits of one change the one that was seen last is current; of two seen at once the same one wherever it is asked.</summary>
    public static void SettleCurrent(IReadOnlyCollection<ProposedChange> commits)
    {
        var head = commits.MaxBy(c => (c.SeenAt, c.Commit), Comparer<(DateTimeOffset At, string Commit)>.Create((x, y) => x.At != y.At ? x.At.CompareTo(y.At) : string.CompareOrdinal(x.Commit, y.Commit)));
        foreach (var commit in commits)
        {
            commit.CurrentKey = commit == head ? KeyOf(commit.Repository, commit.Number) : null;
            commit.Enqueue();
        }
    }

    private void Enqueue() =>
        Queue = !IsCurrent || State != ChangeState.Open ? QueuePlace.Nowhere : Verdict == GateVerdict.Pending ? QueuePlace.Waiting : QueuePlace.Decided;

    /// <summary>Of two reports of the same moment the same one wins, whichever is told first: the later step of a change's life, then the stronger statement.</summary>
    private bool IsNews(ChangeReport report)
    {
        if (report.SeenAt != SeenAt) return report.SeenAt > SeenAt;
        if (report.State != State) return report.State > State;
        if (report.Involvement != Involvement) return report.Involvement > Involvement;
        return string.CompareOrdinal(Cut(report.Title, TitleMaxLength), Title) > 0;
    }

    private void Name(string author, string agent)
    {
        if (!author.Equals(Author, StringComparison.OrdinalIgnoreCase)) (AuthorId, AuthorLevel) = (null, Level.Unknown);
        if (!agent.Equals(Agent, StringComparison.OrdinalIgnoreCase)) (AgentId, AgentOwner) = (null, null);
        (Author, Agent) = (Cut(author, AuthorMaxLength), Cut(agent, AgentMaxLength));
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static string[] Split(string lines) => lines.Split(Line, StringSplitOptions.RemoveEmptyEntries);

    private static string Join(IEnumerable<string> lines, int most, int length)
    {
        var kept = new List<string>();
        var room = length;
        foreach (var line in lines.Select(l => l.Replace(Line, ' ').Trim()).Where(l => l.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(most))
        {
            room -= line.Length + 1;
            if (room < 0) break;
            kept.Add(line);
        }

        return string.Join(Line, kept);
    }
}

/// <summary>Whom and what a change names, looked up.</summary>
/// <param name="Unit">Whose policy holds and whose people see it.</param>
/// <param name="Systems">As they are registered, or as they were named where they are not.</param>
public sealed record ChangePlace(
    PersonId? Author, Level AuthorLevel, AiToolId? Agent, PersonId? AgentOwner, UnitId Unit, RiskTier Tier, IReadOnlyList<string> Systems, IReadOnlyList<string> UnknownSystems)
{
    /// <summary>Systems that the register does not say its agent may change.</summary>
    public IReadOnlyList<string> BeyondAgent { get; init; } = [];
}
