namespace GovernancePortal.Infra.Tests;

/// <summary>The files of the repository as they lie on disk.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string[] Workflows() => Directory.GetFiles(PathOf(".github", "workflows"), "*.yml");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GovernancePortal.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests must lie inside the repository: no GovernancePortal.sln above " + AppContext.BaseDirectory);
    }
}
