namespace GovernancePortal.Web.Components.Layout;

/// <summary>Lets a page say that what stands around it has changed, such as the count of the inbox.</summary>
public sealed class FrameSignal
{
    public event Action? Changed;

    public void Raise() => Changed?.Invoke();
}
