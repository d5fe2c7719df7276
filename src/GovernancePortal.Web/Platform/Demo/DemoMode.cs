namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Whether the demo organisation and its accounts exist: in Development alone, whatever the configuration says elsewhere.</summary>
public sealed class DemoMode(IHostEnvironment environment, IConfiguration configuration)
{
    public bool IsOn { get; } = environment.IsDevelopment() && configuration.GetValue("Demo:Enabled", defaultValue: false);
}
