namespace GovernancePortal.Web.Components.Charts;

internal static class Words
{
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
