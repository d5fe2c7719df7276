using GovernancePortal.Data;
using GovernancePortal.Web.Components;
using GovernancePortal.Web.Components.Account;
using GovernancePortal.Web.Features.Adoption;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Changes;
using GovernancePortal.Web.Features.Friction.Telling;
using GovernancePortal.Web.Features.Imports;
using GovernancePortal.Web.Features.Incidents;
using GovernancePortal.Web.Features.Incidents.IncidentDocument;
using GovernancePortal.Web.Features.Knowledge;
using GovernancePortal.Web.Features.Reallocation;
using GovernancePortal.Web.Features.Literacy;
using GovernancePortal.Web.Features.Ledger;
using GovernancePortal.Web.Features.Notices;
using GovernancePortal.Web.Features.Notices.Making;
using GovernancePortal.Web.Features.Scenarios;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Api;
using GovernancePortal.Web.Platform.Demo;
using GovernancePortal.Web.Platform.Identity;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Platform.Pipeline;
using GovernancePortal.Web.Platform.Security;
using Microsoft.AspNetCore.Components.Server;
using MudBlazor.Services;

namespace GovernancePortal.Web.Platform.Startup;

/// <summary>Puts the parts of the portal together; the web program, the verbs and the tests all use it.</summary>
internal static class PortalSetup
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddPortalData(builder.Configuration, builder.Environment.ContentRootPath);
        services.AddPortalIdentity(builder.Configuration);
        services.AddAccess();
        services.AddPipeline();
        services.AddSingleton<DemoTargets>();
        services.AddSingleton<DemoSeeder>();
        services.AddSingleton<DemoApiKey>();
        services.AddLedger();
        services.AddImports(builder.Configuration);
        services.AddTargetEvaluation();
        services.AddFriction();
        services.AddChanges();
        services.AddLiteracy();
        services.AddNotices();
        services.AddKnowledge();
        services.AddReallocation();
        services.AddApiJson();
        services.AddRequestLimits(builder.Configuration);
        services.AddApiDescription();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);

        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<CircuitOptions>(options => options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5));
        services.AddMudServices();
        services.AddAntiforgery();
    }

    public static void UsePortal(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseSecurityHeaders();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<CurrentUserMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapPortalHealth();
        app.MapAccountEndpoints();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapAdoptionApi();
        app.MapChangesApi();
        app.MapImportsApi();
        app.MapKnowledgeApi();
        app.MapReallocationApi();
        app.MapLiteracyApi();
        app.MapIncidentsApi();
        app.MapIncidentDocument();
        app.MapLedger();
        app.MapScenariosApi();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options =>
            {
                // Compression costs some 280 KB for every open page; without it the framework leaves the frame policy to SecurityHeaders.
                options.DisableWebSocketCompression = true;
                options.ContentSecurityFrameAncestorsPolicy = null;
            });
    }

    /// <summary>Migrates the database and, in Development, fills the demo organisation.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        if (DatabaseStartup.MigratesAtStart(app.Configuration)) await DatabaseStartup.MigrateAsync(app.Services, CancellationToken.None);
        if (!app.Services.GetRequiredService<DemoMode>().IsOn) return;

        // The first page of a new demo has its notices: the job would come a moment later.
        if (await app.Services.GetRequiredService<DemoSeeder>().SeedAsync(CancellationToken.None)) await app.Services.GetRequiredService<NoticeKeeper>().RunAsync(CancellationToken.None);
        await app.Services.GetRequiredService<DemoApiKey>().EnsureAsync(CancellationToken.None);
    }
}
