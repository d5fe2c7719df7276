using System.Reflection;
using System.Text.RegularExpressions;
using GovernancePortal.Web.Platform.Access;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovernancePortal.Web.Tests.Conventions;

public sealed partial class PageConventions
{
    private const int MaxMarkupLines = 80;

    private static readonly Type[] Components =
    [
        .. typeof(Program).Assembly.GetTypes().Where(t => typeof(IComponent).IsAssignableFrom(t) && !t.IsAbstract),
    ];

    /// <summary>What a component may be given: the mediator and what concerns the screen.</summary>
    private static readonly Type[] Injectable =
    [
        typeof(IMediator),
        typeof(NavigationManager),
        typeof(IDialogService),
        typeof(ISnackbar),
        typeof(IJSRuntime),
        typeof(IAuthorizationService),
    ];

    [Fact]
    public void Every_page_names_a_policy_or_is_open_on_purpose()
    {
        var pages = Components.Where(c => c.GetCustomAttributes<RouteAttribute>().Any()).ToArray();
        pages.Length.ShouldBeGreaterThan(5);

        pages.Where(p => !NamesPolicy(p) && !IsOpenOnPurpose(p)).ShouldBeEmpty();
    }

    [Fact]
    public void Components_are_given_the_mediator_and_screen_services_only()
    {
        var injected = Components
            .Where(c => !IsAccountPage(c))
            .SelectMany(c => c.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(p => (Component: c, Property: p)))
            .Where(x => x.Property.GetCustomAttribute<InjectAttribute>() is not null && x.Property.DeclaringType!.Assembly == typeof(Program).Assembly)
            .ToArray();
        injected.Length.ShouldBeGreaterThan(3);

        injected.Where(x => !Injectable.Contains(x.Property.PropertyType)).Select(x => $"{x.Component.Name}.{x.Property.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Markup_is_short_and_has_no_inline_style()
    {
        var files = Source.Files("src/GovernancePortal.Web", ".razor");
        files.Count.ShouldBeGreaterThan(20);

        files.Where(f => MarkupLines(f.Text) > MaxMarkupLines).Select(f => f.Path).ShouldBeEmpty();
        files.Where(f => InlineStyle().IsMatch(f.Text)).Select(f => f.Path).ShouldBeEmpty();
    }

    private static int MarkupLines(string text)
    {
        var code = text.IndexOf("\n@code", StringComparison.Ordinal);
        return (code < 0 ? text : text[..code]).Split('\n').Length;
    }

    // The charts set custom properties from figures; everything else is a class.
    [GeneratedRegex("""\sstyle="(?!--)""")]
    private static partial Regex InlineStyle();

    private static bool NamesPolicy(Type page) =>
        page.GetCustomAttribute<AuthorizeAttribute>() is { Policy: { } policy } && PolicyTable.All.ContainsKey(policy);

    private static bool IsOpenOnPurpose(Type page) =>
        page.GetCustomAttribute<AllowAnonymousAttribute>() is not null
        && (IsAccountPage(page) || page.Namespace!.EndsWith(".Features.Errors", StringComparison.Ordinal));

    // Account pages work on the sign-in itself, before there is a user to ask for a policy.
    private static bool IsAccountPage(Type component) => component.Namespace!.EndsWith(".Components.Account", StringComparison.Ordinal);
}
