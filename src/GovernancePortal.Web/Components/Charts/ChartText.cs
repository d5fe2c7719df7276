namespace GovernancePortal.Web.Components.Charts;

/// <summary>Keeps the texts of a drawing legible: inside it, apart from each other, and no longer than their place.</summary>
public static class ChartText
{
    /// <summary>Width of a usual letter at 12 pixels.</summary>
    public const double Letter = 6.6;

    /// <summary>Height that one line of text takes.</summary>
    public const double Line = 15;

    public static double WidthOf(string text) => text.Length * Letter;

    /// <summary>Cut to what fits, with a sign that something is missing.</summary>
    public static string Fit(string text, double width)
    {
        var letters = Math.Max(1, (int)(width / Letter));
        return text.Length <= letters ? text : text[..Math.Max(1, letters - 1)].TrimEnd(' ', ',') + "…";
    }

    /// <summary>The middle of a text as near to a place as both edges allow.</summary>
    public static double Inside(double place, string text, double left, double right)
    {
        var half = WidthOf(text) / 2;
        return right - left <= 2 * half ? (left + right) / 2 : Math.Clamp(place, left + half, right - half);
    }

    /// <summary>Places as near to the wanted ones as a distance between them allows, in the same order as given.</summary>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> wanted, double distance, double top, double bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToList();
        var places = new double[wanted.Count];
        var free = top;
        foreach (var i in order)
        {
            places[i] = Math.Max(wanted[i], free);
            free = places[i] + distance;
        }

        // What was pushed out at the bottom pushes back.
        free = bottom;
        foreach (var i in Enumerable.Reverse(order))
        {
            places[i] = Math.Min(places[i], free);
            free = places[i] - distance;
        }

        return places;
    }
}
