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
                        RunAsync(
                            services,
                            new NewAdministrator(parse.GetValue(email)!, parse.GetValue(name), parse.GetValue(organisation)),
                            () => PasswordPrompt.Read("Password, at least 12 characters: "),
                            token
                        ),
                    cancellationToken
                )
        );
        return command;
    }

    /// <summary>Makes the account and says on the console what came of it; the exit code is 0 when there is a new administrator.</summary>
    internal static async Task<int> RunAsync(
        IServiceProvider services,
        NewAdministrator wanted,
        Func<string> readPassword,
        CancellationToken cancellationToken
    )
    {
        await DatabaseStartup.MigrateAsync(services, cancellationToken);
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByEmailAsync(wanted.Email) is not null)
        {
            await Console.Error.WriteLineAsync($"There is an account with the e-mail {wanted.Email} already. Nothing was changed.");
            return 1;
        }

        var (user, errors) = await DraftAsync(users, wanted, readPassword());
        foreach (var error in errors) await Console.Error.WriteLineAsync(error.Description);
        if (errors.Count > 0) return 1;

        await SaveAsync(services, user, wanted.Organisation ?? "Organisation", cancellationToken);
        Console.WriteLine($"{wanted.Email} is an administrator.");
        return 0;
    }

    /// <summary>The account by the rules of Identity, which would save it at once if it made it itself.</summary>
    private static async Task<(PortalUser User, IReadOnlyList<IdentityError> Errors)> DraftAsync(UserManager<PortalUser> users, NewAdministrator wanted, string password)
    {
        var user = new PortalUser();
        user.Open(wanted.Email, users.NormalizeEmail(wanted.Email)!, wanted.Name ?? wanted.Email);
        var errors = new List<IdentityError>();
        foreach (var rule in users.UserValidators) errors.AddRange((await rule.ValidateAsync(users, user)).Errors);
        foreach (var rule in users.PasswordValidators) errors.AddRange((await rule.ValidateAsync(users, user, password)).Errors);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        return (user, errors);
    }

    // One save: the account, its role, the root unit when there is none, and the entries of the ledger, or nothing.
    private static async Task SaveAsync(IServiceProvider services, PortalUser user, string organisation, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellationToken);
        var root = await db.Units.SingleOrDefaultAsync(u => u.ParentId == null, cancellationToken) ?? NewRoot(db, organisation);
        db.Users.Add(user);
        db.RoleAssignments.Add(new RoleAssignment(user.Id, Role.Administrator, root.Id, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        db.Record("console", "user.invited", $"user:{user.Id}", new { again = false });
        db.Record("console", "role.assigned", $"user:{user.Id}", new { role = nameof(Role.Administrator), unit = root.Id.Value });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Unit NewRoot(PortalDbContext db, string organisation)
    {
        var root = new Unit(UnitId.New(), parentId: null, organisation, organisation);
        UnitTree.Number([root], new Dictionary<UnitId, int>());
        return db.Units.Add(root).Entity;
    }
}

/// <param name="Email">What the administrator signs in with.</param>
/// <param name="Name">As the portal shows it; the e-mail when there is none.</param>
/// <param name="Organisation">Name of the root unit, when there is none yet.</param>
internal sealed record NewAdministrator(string Email, string? Name, string? Organisation);
