using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>Registers the store that the configuration names.</summary>
internal static class EvidenceSetup
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddOptions<EvidenceOptions>().BindConfiguration(EvidenceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IEvidenceStore>(provider =>
            provider.GetRequiredService<IOptions<EvidenceOptions>>().Value.Container is { } container
                ? new BlobEvidenceStore(new BlobContainerClient(container, new DefaultAzureCredential()))
                : ActivatorUtilities.CreateInstance<FolderEvidenceStore>(provider)
        );
        return services;
    }
}
