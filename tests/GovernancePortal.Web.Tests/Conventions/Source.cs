namespace GovernancePortal.Web.Tests.Conventions;

/// <summary>The source tree, for rules that the compiled code no longer shows.</summary>
internal static class Source
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder of the repository, with paths relative to it; build output is left out.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(string folder, params string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Where(f => endings.Any(f.EndsWith) && !IsBuildOutput(f))
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f))),
        ];

    private static bool IsBuildOutput(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations");

    // From the tests' own folder: the compiler's paths are not real ones in a deterministic build.
    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GovernancePortal.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
