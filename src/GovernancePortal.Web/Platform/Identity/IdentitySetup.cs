using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Demo;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Platform.Identity;

/// <summary>Registers sign-in: ASP.NET Core Identity with lockout, second factor and passkeys, its keys in the database.</summary>
internal static class IdentitySetup
{
    /// <summary>How long a removed role or a changed password can live on in an open page.</summary>
    public static readonly TimeSpan RevalidationInterval = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DemoMode>();
        services.AddSingleton<PasswordLinks>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, RevalidatingUserState>();

        services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = SchemeChoice.SchemeName;
                options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
            })
            .AddSchemeChoice()
            .AddEntra(configuration)
            .AddIdentityCookies();

        services
            .AddIdentityCore<PortalUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.AllowedForNewUsers = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddSignInManager<PortalSignInManager>()
            .AddDefaultTokenProviders();

        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = PasswordLinks.Lifetime);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey takes the place of password and second factor, so the device has to ask for finger, face or PIN.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ServerDomain = configuration["Authentication:Passkeys:Domain"];
        });

        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = RevalidationInterval);
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/account/sign-in";
            options.LogoutPath = "/account/sign-out";
            options.AccessDeniedPath = "/refused";
            options.Cookie.Name = "portal";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = false;
        });
        services.AddDataProtection().SetApplicationName("GovernancePortal").PersistKeysToDbContext<PortalDbContext>();
        return services;
    }
}
