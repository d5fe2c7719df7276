namespace GovernancePortal.Domain.Usage;

/// <summary>Why a login belongs to nobody of the roster.</summary>
public enum NobodyReason
{
    /// <summary>A program, not a person.</summary>
    Bot = 1,

    /// <summary>Somebody who has left.</summary>
    Left = 2,

    /// <summary>Somebody whom the roster does not hold, such as a guest.</summary>
    Outside = 3,
}

/// <summary>A login of which somebody decided that nobody of the roster is behind it. Its use counts for nobody until another decision.</summary>
public sealed class NobodysLogin
{
    private NobodysLogin() { }

    public NobodysLogin(string provider, string login, NobodyReason reason, DateTimeOffset at) => (Provider, Login, Reason, DecidedAt) = (provider, login, reason, at);

    public string Provider { get; private set; } = "";

    /// <summary>Lower case.</summary>
    public string Login { get; private set; } = "";

    public NobodyReason Reason { get; private set; }

    public DateTimeOffset DecidedAt { get; private set; }

    public void Decide(NobodyReason reason, DateTimeOffset at) => (Reason, DecidedAt) = (reason, at);
}
