using System.Text.RegularExpressions;
using Bunit;
using GovernancePortal.Web.Components.Layout;
using GovernancePortal.Web.Tests.Conventions;
using MudBlazor;
using MudBlazor.Services;
using MudBlazor.Utilities;

namespace GovernancePortal.Web.Tests.Components;

public sealed partial class ThemeTests
{
    private const string File = "src/GovernancePortal.Web/wwwroot/mud-theme.css";

    /// <summary>Set UPDATE_DOCS=1 to write the file instead of comparing it.</summary>
    [Fact]
    public void The_theme_file_is_what_the_theme_says()
    {
        var (light, dark) = (Variables(dark: false), Variables(dark: true));
        var text = $$"""
            /* The variables that MudBlazor's components read. Written from PortalTheme; a test compares them. */
            :root {
            {{light}}}

            @media (prefers-color-scheme: dark) {
              :root:not([data-theme="light"]) {
            {{dark}}  }
            }

            :root[data-theme="dark"] {
            {{dark}}}

            """.ReplaceLineEndings("\n");
        var path = Path.Combine(Source.Root, File);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") System.IO.File.WriteAllText(path, text);

        System.IO.File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(text, $"{File} is stale: run the tests once with UPDATE_DOCS=1.");
    }

    [Fact]
    public void The_theme_has_the_colours_of_the_tokens()
    {
        var tokens = System.IO.File.ReadAllText(Path.Combine(Source.Root, "src/GovernancePortal.Web/wwwroot/tokens.css"));
        var dark = tokens[tokens.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal)..];

        Check(PortalTheme.Theme.PaletteLight, tokens);
        Check(PortalTheme.Theme.PaletteDark, dark);
    }

    private static void Check(Palette palette, string css)
    {
        (string Token, MudColor Colour)[] pairs =
        [
            ("accent", palette.Primary), ("accent-strong", palette.PrimaryDarken), ("on-accent", palette.PrimaryContrastText), ("accent-soft", palette.PrimaryLighten),
            ("ink", palette.TextPrimary), ("ink-2", palette.TextSecondary), ("ink-3", palette.TextDisabled), ("canvas", palette.Background),
            ("surface-sunk", palette.BackgroundGray), ("surface", palette.Surface), ("rule", palette.Divider), ("rule-control", palette.LinesInputs),
            ("holds", palette.Success), ("watch", palette.Warning), ("fails", palette.Error), ("holds-soft", palette.SuccessLighten),
            ("watch-soft", palette.WarningLighten), ("fails-soft", palette.ErrorLighten), ("surface-hover", palette.TableHover),
        ];
        foreach (var (token, colour) in pairs)
        {
            var value = Regex.Match(css, $@"--{token}:\s*(#[0-9A-Fa-f]{{6}})", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value;
            colour.ToString(MudColorOutputFormats.Hex).ShouldBe(value.ToLowerInvariant(), token);
        }
    }

    private static string Variables(bool dark)
    {
        using var context = new BunitContext();
        context.Services.AddMudServices();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        var provider = context.Render<MudThemeProvider>(p => p.Add(t => t.Theme, PortalTheme.Theme).Add(t => t.IsDarkMode, dark));
        var variables = Variable().Matches(provider.Markup).Select(m => $"    {m.Groups[1].Value}: {m.Groups[2].Value.Trim()};\n").Distinct(StringComparer.Ordinal).ToArray();
        variables.Length.ShouldBeGreaterThan(100);
        return string.Concat(variables);
    }

    [GeneratedRegex(@"(--mud-[a-z0-9-]+)\s*:\s*([^;]+);")]
    private static partial Regex Variable();
}
