namespace GovernancePortal.Domain.Delivery;

/// <summary>One commit of a deployment, as Apache DevLake tells it. Several rows are one deployment; each has its own result and its own end.</summary>
public sealed class DeliveryDeployment
{
    public const int KeyMaxLength = 200;
    public const int WordMaxLength = 40;
    public const string Production = "PRODUCTION";
    public const string Success = "SUCCESS";

    private DeliveryDeployment() { }

    public long Id { get; private set; }

    /// <summary>The row's own id.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The deployment that the row is a part of.</summary>
    public string Deployment { get; private set; } = "";

    /// <summary>Where it ran; <see cref="DeliveryScope"/> says of which project that is.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>Upper case; empty when the source does not say, which is not production.</summary>
    public string Environment { get; private set; } = "";

    /// <summary>Upper case, as the source says.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }
}
