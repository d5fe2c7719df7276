namespace GovernancePortal.Web.Platform.Lists;

/// <summary>Patterns of LIKE in which what somebody typed stands for itself, on either database.</summary>
public static class LikePattern
{
    /// <summary>The escape character that goes with every pattern.</summary>
    public const string Escape = "\\";

    /// <summary>Matches whatever has the text somewhere.</summary>
    public static string Containing(string text) =>
        $"%{string.Concat(text.Select(c => c is '%' or '_' or '[' or '\\' ? Escape + c : c.ToString()))}%";
}
