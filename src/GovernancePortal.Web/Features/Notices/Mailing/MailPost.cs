using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>Opens the way out that the configuration names.</summary>
internal sealed class MailPost(IOptions<MailOptions> options, IHostEnvironment environment)
{
    public MailCarrier Open() =>
        options.Value.HasServer ? new SmtpCarrier(options.Value) : new FolderCarrier(Path.GetFullPath(options.Value.PickupFolder!, environment.ContentRootPath));
}
