using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Files of the ledger outside the database. A file appears whole or not at all and is never overwritten, also when two processes write it.</summary>
public sealed class LedgerFolder(IOptions<LedgerOptions> options, IHostEnvironment environment)
{
    /// <summary>Held open by whoever is about to put a file into the folder.</summary>
    private const string TurnFile = ".turn";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

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

        // A move that must not overwrite looks first and renames then; on Unix another process may come in between, so they take turns.
        using (TakeTurn(Path.Combine(Path.GetDirectoryName(path)!, TurnFile)))
        {
            if (File.Exists(path)) File.Delete(draft);
            else File.Move(draft, path);
        }

        return File.ReadAllText(path);
    }

    /// <summary>Nothing happens when it is not there.</summary>
    public void Remove(string name)
    {
        var path = PathOf(name);
        if (File.Exists(path)) File.Delete(path);
    }

    private static FileStream TakeTurn(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
