namespace GovernancePortal.Domain.Adoption;

/// <summary>Something happened that guardrails are measured from. It is written with the event itself, so that neither stands without the other, and is gone once live targets were looked at.</summary>
public sealed class EvaluationSignal
{
    public const int CauseMaxLength = 64;

    private EvaluationSignal() => Cause = "";

    /// <param name="cause">What happened, as the ledger's actor and kind name it, such as <c>import</c>.</param>
    public EvaluationSignal(string cause, DateTimeOffset at) => (Cause, At) = (cause, at);

    public long Id { get; private set; }

    public string Cause { get; private set; }

    public DateTimeOffset At { get; private set; }
}
