using System.CommandLine;
using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Cli;

/// <summary>Makes the first administrator. The password is typed or piped in, never an argument, which other users of the machine could read.</summary>
internal static class CreateAdminVerb
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "Work e-mail of the administrator", Required = true };
        var name = new Option<string>("--name") { Description = "Name as the portal shows it" };
        var organisation = new Option<string>("--organisation") { Description = "Name of the organisation, when the database has none yet" };
        var command = new Command("create-admin", "Make an administrator; the password is read from standard input") { email, name, organisation };
        command.SetAction(
            (parse, cancellationToken) =>
                Verbs.WithPortalAsync(
                    (services, token) =>
                        RunAsync(services, parse.GetValue(email)!, parse.GetValue(name), parse.GetValue(organisation), token),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string email, string? name, string? organisation, CancellationToken cancellationToken)
    {
        await DatabaseStartup.MigrateAsync(services, cancellationToken);
        var root = await RootAsync(services, organisation ?? "Organisation", cancellationToken);

        Console.Error.WriteLine("Password, at least 12 characters:");
        var password = Console.ReadLine() ?? "";
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var user = new PortalUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name ?? email };
        var created = await users.CreateAsync(user, password);
        if (!created.Succeeded)
        {
            foreach (var error in created.Errors) Console.Error.WriteLine(error.Description);
            return 1;
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        db.RoleAssignments.Add(new RoleAssignment(user.Id, Role.Administrator, root, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        Console.WriteLine($"{email} is an administrator.");
        return 0;
    }

    private static async Task<UnitId> RootAsync(IServiceProvider services, string organisation, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        var root = await db.Units.SingleOrDefaultAsync(u => u.ParentId == null, cancellationToken);
        if (root is null)
        {
            root = new Unit(UnitId.New(), parentId: null, organisation, organisation);
            UnitTree.Number([root], new Dictionary<UnitId, int>());
            db.Units.Add(root);
            await db.SaveChangesAsync(cancellationToken);
        }

        return root.Id;
    }
}
