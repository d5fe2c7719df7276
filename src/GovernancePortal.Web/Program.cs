using GovernancePortal.Web.Platform.Startup;

return await PortalProgram.RunAsync(args);

/// <summary>The web program; see <see cref="PortalProgram"/>.</summary>
public partial class Program;
