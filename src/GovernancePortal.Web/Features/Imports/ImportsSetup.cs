using GovernancePortal.Web.Features.Imports.Completions;
using GovernancePortal.Web.Features.Imports.Copilot;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.Delivery;
using GovernancePortal.Web.Features.Imports.Figures;
using GovernancePortal.Web.Features.Imports.Incidents;
using GovernancePortal.Web.Features.Imports.Logins;
using GovernancePortal.Web.Features.Imports.Pages;
using GovernancePortal.Web.Features.Imports.Roster;
using GovernancePortal.Web.Features.Imports.Usage;

namespace GovernancePortal.Web.Features.Imports;

/// <summary>Registers the import engine and its importers.</summary>
internal static class ImportsSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ImportOptions>(configuration.GetSection(ImportOptions.Section));
        services.AddSingleton<UploadStore>();
        services.AddHostedService<UploadSweep>();
        services.AddSingleton<TableLooker>();
        services.AddSingleton<RejectedRowsWriter>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<ImportEngine>();
        services.AddScoped<LoginDesk>();
        services.AddSingleton<IImporter, RosterImporter>();
        services.AddSingleton<IImporter, CompletionImporter>();
        services.AddSingleton<IImporter, CopilotImporter>();
        services.AddSingleton<IImporter, PlainUsageImporter>();
        services.AddSingleton<IImporter, Microsoft365Importer>();
        services.AddSingleton<IImporter, ClaudeCodeImporter>();
        services.AddSingleton<IImporter, DeliveryImporter>();
        services.AddSingleton<IImporter, FiguresImporter>();
        services.AddSingleton<IImporter, PagesImporter>();
        services.AddSingleton<IImporter, IncidentsImporter>();
        return services;
    }
}
