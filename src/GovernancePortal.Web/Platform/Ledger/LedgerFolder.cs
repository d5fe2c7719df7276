using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Files of the ledger outside the database. A file appears whole or not at all and is never overwritten, also when two processes write it.</summary>
public sealed class LedgerFolder(IOptions<LedgerOptions> options, IHostEnvironment environment)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Root { get; } = Path.GetFullPath(options.Value.Folder, environment.ContentRootPath);

    public string PathOf(string name) => Path.Combine(Root, name);

    public string? Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : null;

    /// <summary>Writes the file unless it is there already, and gives back what it holds.</summary>
    public string Keep(string name, string text, bool isSecret = false)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.new";
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isSecret && !OperatingSystem.IsWindows()) file.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(draft, file))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }

        return File.ReadAllText(path);
    }
}
