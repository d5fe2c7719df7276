using MudBlazor;

namespace GovernancePortal.Web.Components.Layout;

/// <summary>
/// The tokens as a MudBlazor theme, for code that asks for one. Pages read the same values from mud-theme.css, which is written from this theme: the
/// theme component itself would need an inline style element, which the security policy refuses.
/// </summary>
public static class PortalTheme
{
    private static readonly string[] Sans = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"];
    private static readonly string[] Serif = ["Charter", "Bitstream Charter", "Sitka Heading", "Sitka Text", "Charis SIL", "Cambria", "Noto Serif", "Liberation Serif", "serif"];

    public static MudTheme Theme { get; } =
        new()
        {
            PaletteLight = Fill(
                new PaletteLight(),
                new Tokens("#F3F5F6", "#FFFFFF", "#F7F8F9", "#EEF2F5", "#14212B", "#45535F", "#5F6C77", "#D5DBE0", "#7C8894", "#1A4F85", "#123A63", "#E4EEF6", "#FFFFFF")
                {
                    Holds = ("#17693F", "#E3F1E8"),
                    Watch = ("#855300", "#FBF0DA"),
                    Fails = ("#B02318", "#FCE9E6"),
                    Scrim = "rgba(20,33,43,0.45)",
                }
            ),
            PaletteDark = Fill(
                new PaletteDark(),
                new Tokens("#0C1318", "#121B22", "#172129", "#1C2831", "#E8EDF1", "#B4C0CA", "#94A2AE", "#2A3741", "#71808D", "#8FC1F0", "#B7D8F7", "#1B3247", "#0B1A28")
                {
                    Holds = ("#72CB98", "#14301F"),
                    Watch = ("#E6B65C", "#362709"),
                    Fails = ("#FF9A8D", "#40190F"),
                    Scrim = "rgba(0,0,0,0.6)",
                }
            ),
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "3px", DrawerWidthLeft = "216px", AppbarHeight = "52px" },
            Typography = Typography(),
            Shadows = Shadows(),
        };

    private static TPalette Fill<TPalette>(TPalette palette, Tokens t)
        where TPalette : Palette
    {
        (palette.Primary, palette.PrimaryDarken, palette.PrimaryContrastText, palette.PrimaryLighten) = (t.Accent, t.AccentStrong, t.OnAccent, t.AccentSoft);
        (palette.Secondary, palette.Tertiary, palette.Dark) = (t.Ink2, t.Ink3, t.Ink);
        (palette.Success, palette.Warning, palette.Error, palette.Info) = (t.Holds.Ink, t.Watch.Ink, t.Fails.Ink, t.Accent);
        (palette.SuccessLighten, palette.WarningLighten, palette.ErrorLighten, palette.InfoLighten) = (t.Holds.Soft, t.Watch.Soft, t.Fails.Soft, t.AccentSoft);
        palette.SuccessContrastText = palette.WarningContrastText = palette.ErrorContrastText = palette.InfoContrastText = t.Surface;
        (palette.TextPrimary, palette.TextSecondary, palette.TextDisabled, palette.ActionDisabled, palette.ActionDefault) = (t.Ink, t.Ink2, t.Ink3, t.Ink3, t.Ink2);
        (palette.Background, palette.BackgroundGray, palette.Surface) = (t.Canvas, t.SurfaceSunk, t.Surface);
        (palette.DrawerBackground, palette.AppbarBackground, palette.DrawerText, palette.DrawerIcon, palette.AppbarText) = (t.Canvas, t.Canvas, t.Ink2, t.Ink2, t.Ink);
        (palette.LinesDefault, palette.Divider, palette.TableLines, palette.LinesInputs) = (t.Rule, t.Rule, t.Rule, t.RuleControl);
        (palette.TableHover, palette.TableStriped, palette.Skeleton, palette.OverlayDark) = (t.SurfaceHover, "rgba(0,0,0,0)", t.SurfaceHover, t.Scrim);
        (palette.HoverOpacity, palette.RippleOpacity, palette.BorderOpacity) = (0.06, 0, 1);
        return palette;
    }

    private static Typography Typography()
    {
        var type = new Typography();
        Set(type.Default, Sans, ".9375rem", "1.55", "400");
        Set(type.Body1, Sans, ".9375rem", "1.55", "400");
        Set(type.Body2, Sans, ".875rem", "1.43", "400");
        Set(type.H1, Serif, "1.875rem", "1.28", "400");
        Set(type.H2, Serif, "1.25rem", "1.4", "400");
        Set(type.H3, Sans, "1.125rem", "1.35", "600");
        foreach (var style in new BaseTypography[] { type.H4, type.H5, type.H6, type.Subtitle1 }) Set(style, Sans, ".9375rem", "1.4", "600");
        foreach (var style in new BaseTypography[] { type.Subtitle2, type.Caption, type.Overline }) Set(style, Sans, ".8125rem", "1.45", "400");
        Set(type.Button, Sans, ".875rem", "1.43", "500");
        return type;
    }

    private static void Set(BaseTypography style, string[] family, string size, string height, string weight)
    {
        (style.FontFamily, style.FontSize, style.LineHeight, style.FontWeight) = (family, size, height, weight);
        (style.TextTransform, style.LetterSpacing) = ("none", "normal");
    }

    private static Shadow Shadows()
    {
        var shadows = new Shadow();
        for (var elevation = 0; elevation < shadows.Elevation.Length; elevation++) shadows.Elevation[elevation] = elevation < 8 ? "none" : "var(--shadow-pop)";
        return shadows;
    }

    private sealed record Tokens(
        string Canvas,
        string Surface,
        string SurfaceSunk,
        string SurfaceHover,
        string Ink,
        string Ink2,
        string Ink3,
        string Rule,
        string RuleControl,
        string Accent,
        string AccentStrong,
        string AccentSoft,
        string OnAccent
    )
    {
        public (string Ink, string Soft) Holds { get; init; }

        public (string Ink, string Soft) Watch { get; init; }

        public (string Ink, string Soft) Fails { get; init; }

        public string Scrim { get; init; } = "";
    }
}
