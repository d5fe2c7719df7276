using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>Evidence on disk. A file appears whole or not at all, also when two processes bring the same one.</summary>
internal sealed class FolderEvidenceStore(IOptions<EvidenceOptions> options, IHostEnvironment environment) : IEvidenceStore
{
    private string Root { get; } = Path.GetFullPath(options.Value.Folder, Path.GetFullPath(environment.ContentRootPath));

    public async Task KeepAsync(string sha256, byte[] content, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (File.Exists(path)) return;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            await using (var file = Create(draft))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Somebody else brought it in the same moment.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;
    }

    // A folder with hundreds of thousands of files is slow to list and to copy.
    private string PathOf(string sha256) => Path.Combine(Root, sha256[..2], sha256);

    // Evidence holds personal data: on a shared machine nobody but the portal's own account reads it.
    private static FileStream Create(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, how);
    }
}
