using System.Net;
using System.Text.RegularExpressions;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Access;

/// <summary>Fills in the account pages as a browser without scripts does.</summary>
internal static partial class AccountForms
{
    public const string Password = "nine quiet herons";

    /// <summary>Reads the page, takes over the hidden fields of the named form and posts it.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient browser, string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetStringAsync(address);
        var text = FormElement().Matches(page).Select(m => m.Value).SingleOrDefault(f => f.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        text.ShouldNotBeNull($"the form {form} is not on {address}");

        var values = HiddenField().Matches(text).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value), StringComparer.Ordinal);
        foreach (var (name, value) in fields) values[name] = value;
        return await browser.PostAsync(address, new FormUrlEncodedContent(values));
    }

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string email, string password = Password) =>
        browser.SubmitAsync("/account/sign-in", "sign-in", ("Input.Email", email), ("Input.Password", password));

    /// <summary>An account with a password and a role for the whole organisation.</summary>
    public static async Task<PortalUser> AddAccountAsync(this TestPortal portal, string email, Role role = Role.Executive, string? password = Password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = new PortalUser { UserName = email, Email = email, DisplayName = email, EmailConfirmed = true };
        var created = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        created.Succeeded.ShouldBeTrue();
        await portal.InDb(async db =>
        {
            db.RoleAssignments.Add(new RoleAssignment(user.Id, role, portal.Root.Id, portal.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        return user;
    }

    public static async Task<T> WithUsersAsync<T>(this TestPortal portal, Guid id, Func<UserManager<PortalUser>, PortalUser, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        return await work(users, (await users.FindByIdAsync(id.ToString()))!);
    }

    public static string? Target(this HttpResponseMessage response) => response.Headers.Location?.OriginalString.Replace(response.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormElement();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" (?:autocomplete="off" )?value="([^"]*)""")]
    private static partial Regex HiddenField();
}
