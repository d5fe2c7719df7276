namespace GovernancePortal.Domain.Changes;

/// <summary>A message of a code host that was taken in. Its id is unique, so that a repeated one has no second effect.</summary>
public sealed class WebhookDelivery
{
    public const int IdMaxLength = 64;
    public const int EventMaxLength = 64;
    public const int OutcomeMaxLength = 200;

    private WebhookDelivery() { }

    public WebhookDelivery(string deliveryId, string eventName, string outcome, DateTimeOffset receivedAt) =>
        (DeliveryId, Event, Outcome, ReceivedAt) = (deliveryId, eventName, outcome.Length <= OutcomeMaxLength ? outcome : outcome[..OutcomeMaxLength], receivedAt);

    public string DeliveryId { get; private set; } = "";

    public string Event { get; private set; } = "";

    /// <summary>What came of it, in a few words.</summary>
    public string Outcome { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }
}

/// <summary>Messages that were refused in one hour for one reason. They are counted and not kept: whoever sends them decides how many there are.</summary>
public sealed class WebhookRefusal
{
    public const int ReasonMaxLength = 64;

    private WebhookRefusal() { }

    public WebhookRefusal(DateTimeOffset hour, string reason, DateTimeOffset now) => (Hour, Reason, Count, LastAt) = (hour, reason, 1, now);

    public DateTimeOffset Hour { get; private set; }

    public string Reason { get; private set; } = "";

    public int Count { get; private set; }

    public DateTimeOffset LastAt { get; private set; }
}

/// <summary>What is known of a commit apart from any change that has it as head; it may be told before the change is.</summary>
public sealed class CommitNote
{
    private CommitNote() { }

    public CommitNote(string repository, string commit) => (Repository, Commit) = (ProposedChange.RepositoryForm(repository), ProposedChange.CommitForm(commit));

    public string Repository { get; private set; } = "";

    public string Commit { get; private set; } = "";

    public AiInvolvement Involvement { get; private set; }

    public string Line { get; private set; } = "";

    public DateTimeOffset? DeployedAt { get; private set; }

    /// <summary>It never becomes weaker, so the order does not matter.</summary>
    public void Hear(AiInvolvement involvement, string line)
    {
        if (involvement < Involvement || (involvement == Involvement && string.CompareOrdinal(line, Line) <= 0)) return;
        (Involvement, Line) = (involvement, line.Length <= ProposedChange.NoteMaxLength ? line : line[..ProposedChange.NoteMaxLength]);
    }

    public void Deploy(DateTimeOffset at) => DeployedAt = DeployedAt is { } known && known <= at ? known : at;
}

/// <summary>A review given at the code host. It is shown and does not sign anything off: it says nothing of training, load or what was found.</summary>
public sealed class HostReview
{
    public const int StateMaxLength = 30;
    public const string Dismissed = "dismissed";

    private HostReview() { }

    public HostReview(long reviewId, string repository, int number, string commit, string login) =>
        (ReviewId, Repository, Number, Commit, Login) = (reviewId, ProposedChange.RepositoryForm(repository), number, ProposedChange.CommitForm(commit), login);

    /// <summary>The host's own.</summary>
    public long ReviewId { get; private set; }

    public string Repository { get; private set; } = "";

    public int Number { get; private set; }

    public string Commit { get; private set; } = "";

    public string Login { get; private set; } = "";

    public string State { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>A dismissal is final, whichever of the two is told first.</summary>
    public void Hear(string state, DateTimeOffset at)
    {
        if (State.Equals(Dismissed, StringComparison.Ordinal)) return;
        if (!state.Equals(Dismissed, StringComparison.Ordinal) && (at < At || (at == At && string.CompareOrdinal(state, State) <= 0))) return;
        (State, At) = (state.Length <= StateMaxLength ? state : state[..StateMaxLength], at);
    }
}

public enum HostAnswerKind
{
    CheckRun = 1,

    /// <summary>To a rule that holds back a deployment.</summary>
    Deployment = 2,
}

public enum HostAnswerState
{
    /// <summary>There is something to tell.</summary>
    Waiting = 1,

    Told = 2,

    /// <summary>Tried too often.</summary>
    GivenUp = 3,
}

/// <summary>What a code host is to be told about a commit. Written with the decision itself and sent afterwards, so that none is lost and none is told twice.</summary>
public sealed class HostAnswer
{
    public const int TargetMaxLength = 500;
    public const int EnvironmentMaxLength = 200;
    public const int WordsMaxLength = 1000;
    public const int FaultMaxLength = 300;
    public const int MostTries = 12;

    private HostAnswer() { }

    public HostAnswer(HostAnswerKind kind, string repository, string commit, string target, string environment, long installation, DateTimeOffset now)
    {
        (Kind, Repository, Commit, Target, Environment) = (kind, ProposedChange.RepositoryForm(repository), ProposedChange.CommitForm(commit), target, environment);
        (Installation, MadeAt, DueAt, State, Verdict) = (installation, now, now, HostAnswerState.Waiting, GateVerdict.Pending);
    }

    public long Id { get; private set; }

    public HostAnswerKind Kind { get; private set; }

    public string Repository { get; private set; } = "";

    public string Commit { get; private set; } = "";

    /// <summary>Where a deployment is answered; empty for a check run.</summary>
    public string Target { get; private set; } = "";

    public string Environment { get; private set; } = "";

    /// <summary>Id of the app's installation at the host.</summary>
    public long Installation { get; private set; }

    /// <summary>Id of the check run once there is one.</summary>
    public long? CheckRun { get; private set; }

    public ChangeId? ChangeId { get; private set; }

    public GateVerdict Verdict { get; private set; }

    public string Words { get; private set; } = "";

    public HostAnswerState State { get; private set; }

    public GateVerdict? ToldVerdict { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>When the messages of all commits of the change were read; a check run is not told before.</summary>
    public DateTimeOffset? CommitsReadAt { get; private set; }

    public string Fault { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>A deployment is answered once and for good, so only with a decision; a check run shows each step.</summary>
    public bool IsDueAt(DateTimeOffset now) => State == HostAnswerState.Waiting && DueAt <= now && (Kind == HostAnswerKind.CheckRun || Verdict != GateVerdict.Pending);

    /// <summary>What is to be told now. What was told already is not told again.</summary>
    public void Say(ChangeId change, GateVerdict verdict, string words, DateTimeOffset now)
    {
        if (Kind == HostAnswerKind.Deployment && State == HostAnswerState.Told) return;
        if (State == HostAnswerState.Told && ToldVerdict == verdict && Words.Equals(words, StringComparison.Ordinal)) return;
        (ChangeId, Verdict, Words) = (change, verdict, words.Length <= WordsMaxLength ? words : words[..WordsMaxLength]);
        (State, Tries, DueAt, Fault) = (HostAnswerState.Waiting, 0, now, "");
    }

    /// <summary>Somebody lets it be tried again after it was given up.</summary>
    public void Retry(DateTimeOffset now)
    {
        if (State == HostAnswerState.GivenUp) (State, Tries, DueAt) = (HostAnswerState.Waiting, 0, now);
    }

    public void CommitsRead(DateTimeOffset now) => CommitsReadAt = now;

    /// <summary>The host asked again.</summary>
    public void Repeat(DateTimeOffset now)
    {
        if (Kind == HostAnswerKind.CheckRun) (State, Tries, DueAt) = (HostAnswerState.Waiting, 0, now);
    }

    public void Told(long? checkRun, DateTimeOffset now) =>
        (State, CheckRun, ToldVerdict, ToldAt, Fault) = (HostAnswerState.Told, checkRun ?? CheckRun, Verdict, now, "");

    /// <summary>It did not work; the pause doubles with each try.</summary>
    public void Failed(string fault, DateTimeOffset now)
    {
        Tries++;
        Fault = fault.Length <= FaultMaxLength ? fault : fault[..FaultMaxLength];
        State = Tries >= MostTries ? HostAnswerState.GivenUp : HostAnswerState.Waiting;
        DueAt = now.AddSeconds(Math.Min(3600, 15 * Math.Pow(2, Tries)));
    }
}
