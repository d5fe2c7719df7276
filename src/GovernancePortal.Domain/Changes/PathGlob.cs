namespace GovernancePortal.Domain.Changes;

/// <summary>Patterns of paths: <c>*</c> stands for anything within a folder, <c>**</c> for any folders. It takes no time that a pattern could blow up.</summary>
public static class PathGlob
{
    public static bool Matches(string pattern, string path) => Matches(Parts(pattern), Parts(path));

    private static string[] Parts(string text) => text.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);

    // One row of the usual table for each part of the pattern, so the work is their product.
    private static bool Matches(string[] pattern, string[] path)
    {
        var reached = new bool[path.Length + 1];
        reached[0] = true;
        foreach (var part in pattern)
        {
            var next = new bool[path.Length + 1];
            if (part.Equals("**", StringComparison.Ordinal))
            {
                var any = false;
                for (var i = 0; i <= path.Length; i++) next[i] = any |= reached[i];
            }
            else
            {
                for (var i = 0; i < path.Length; i++) next[i + 1] = reached[i] && Part(part, path[i]);
            }

            reached = next;
        }

        return reached[path.Length];
    }

    private static bool Part(string pattern, string text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark, p) = (p, t, p + 1);
            else if (p < pattern.Length && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t])) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, mark, t) = (star + 1, mark + 1, mark + 1);
            else return false;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
