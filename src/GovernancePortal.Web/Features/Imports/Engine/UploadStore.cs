using System.Security.Cryptography;
using System.Text.Json;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Keeps files between upload and import, in a folder that replicas share: the file and, beside it, what is known about it.</summary>
internal sealed class UploadStore(IOptions<ImportOptions> options, IHostEnvironment environment, TimeProvider clock)
{
    private string Folder => Directory.CreateDirectory(Path.GetFullPath(options.Value.Folder, Path.GetFullPath(environment.ContentRootPath))).FullName;

    /// <summary>Takes a file in. A file that is too large, empty, binary, mis-encoded or of no known format is refused and not kept.</summary>
    public async Task<Result<StoredUpload>> TakeAsync(ImportKind kind, string fileName, Stream content, string actor, CancellationToken cancellationToken)
    {
        ThrowOldOnesAway();
        var id = Guid.CreateVersion7();
        var kept = false;
        try
        {
            var spooled = await SpoolAsync(DataPath(id), content, ImportKinds.TakesMarkdown(kind), cancellationToken);
            if (!spooled.IsSuccess) return spooled.Error!;

            var format = await FormatSniffer.LookAsync(DataPath(id), kind, fileName, cancellationToken);
            if (!format.IsSuccess) return format.Error!;

            var name = Path.GetFileName(fileName.Replace('\\', '/'));
            var (sha256, bytes) = spooled.Value;
            var upload = new StoredUpload(id, kind, name.Length == 0 ? "file" : name, sha256, bytes, format.Value.Format, format.Value.Delimiter, actor);
            await using (var info = Create(InfoPath(id))) await JsonSerializer.SerializeAsync(info, upload, cancellationToken: cancellationToken);
            foreach (var path in new[] { DataPath(id), InfoPath(id) }) File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            kept = true;
            return upload;
        }
        finally
        {
            if (!kept) Delete(id);
        }
    }

    /// <summary>A file that this actor brought.</summary>
    public async Task<Result<StoredUpload>> FindAsync(Guid id, string actor, CancellationToken cancellationToken)
    {
        if (!File.Exists(InfoPath(id)) || !File.Exists(DataPath(id))) return ImportErrors.NoUpload;
        var upload = await ReadAsync(InfoPath(id), cancellationToken);
        return upload.Actor.Equals(actor, StringComparison.Ordinal) ? upload : ImportErrors.NoUpload;
    }

    /// <summary>Keeps, beside the file, how this person wants its columns read; it goes when the file goes.</summary>
    public async Task ChooseAsync(StoredUpload upload, ChosenMapping chosen, CancellationToken cancellationToken)
    {
        // Written aside and moved, so that nobody reads half of it. The file keeps its age.
        var (info, aside) = (InfoPath(upload.Id), Path.Combine(Folder, $"{Guid.NewGuid():N}.new"));
        await using (var file = Create(aside)) await JsonSerializer.SerializeAsync(file, upload with { Chosen = chosen }, cancellationToken: cancellationToken);
        File.SetLastWriteTimeUtc(aside, File.GetLastWriteTimeUtc(info));
        File.Move(aside, info, overwrite: true);
    }

    /// <summary>What the same person chose for another file with the same columns, the latest first: corrected rows are dropped as a new file.</summary>
    public async Task<ColumnMapping?> ChosenBeforeAsync(StoredUpload upload, string fingerprint, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(Folder, "*.json").OrderDescending(StringComparer.Ordinal))
        {
            var other = await ReadOrNothingAsync(path, cancellationToken);
            if (other?.Kind == upload.Kind && other.Actor.Equals(upload.Actor, StringComparison.Ordinal) && other.Chosen?.Fingerprint == fingerprint) return other.Chosen.Mapping;
        }

        return null;
    }

    public FileStream Open(StoredUpload upload) =>
        new(DataPath(upload.Id), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 128 * 1024, FileOptions.SequentialScan);

    public void Delete(Guid id)
    {
        File.Delete(DataPath(id));
        File.Delete(InfoPath(id));
    }

    /// <summary>Deletes what was brought longer ago than files are kept.</summary>
    public void ThrowOldOnesAway()
    {
        var limit = clock.GetUtcNow().AddHours(-options.Value.KeepHours).UtcDateTime;
        foreach (var file in Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) < limit)) File.Delete(file);
    }

    private static async Task<StoredUpload> ReadAsync(string path, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<StoredUpload>(await File.ReadAllTextAsync(path, cancellationToken))!;

    // Another person's file may just be written or thrown away.
    private static async Task<StoredUpload?> ReadOrNothingAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    // Uploads hold personal data: on a shared machine nobody but the portal's own account reads them.
    private static FileStream Create(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, how);
    }

    private async Task<Result<(string Sha256, long Bytes)>> SpoolAsync(string path, Stream content, bool takesZip, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var check = new TextCheck(takesZip);
        var buffer = new byte[128 * 1024];
        var total = 0L;
        await using (var file = Create(path))
        {
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                total += read;
                if (total > options.Value.MaxBytes) return ImportErrors.TooLarge(options.Value.MaxBytes);
                hash.AppendData(buffer, 0, read);
                check.Add(buffer.AsSpan(0, read));
                if (check.Refusal is { } refusal) return refusal;
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        return total == 0 ? ImportErrors.Empty : (Convert.ToHexStringLower(hash.GetHashAndReset()), total);
    }

    private string DataPath(Guid id) => Path.Combine(Folder, $"{id:N}.data");

    private string InfoPath(Guid id) => Path.Combine(Folder, $"{id:N}.json");
}
