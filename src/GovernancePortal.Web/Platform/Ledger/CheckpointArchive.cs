using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>A checkpoint's file outside the database, or what stands there instead of one.</summary>
/// <param name="File">Its name.</param>
/// <param name="Note">The checkpoint, or null when the file holds something else.</param>
/// <param name="WrittenAt">The file's time.</param>
public sealed record ArchivedCheckpoint(string File, SignedCheckpoint? Note, DateTimeOffset WrittenAt);

/// <summary>Copies of the checkpoints outside the database, one file each: what a rewritten or shortened table cannot agree with.</summary>
public sealed class CheckpointArchive(LedgerFolder folder)
{
    public const string Folder = "checkpoints";

    public void Keep(SignedCheckpoint checkpoint) => folder.Keep(Path.Combine(Folder, FileName(checkpoint.Checkpoint.Size)), checkpoint.ToString());

    /// <summary>All files, smallest size first.</summary>
    public IReadOnlyList<ArchivedCheckpoint> ReadAll()
    {
        var directory = new DirectoryInfo(folder.PathOf(Folder));
        if (!directory.Exists) return [];

        return [.. directory.EnumerateFiles("*.txt").OrderBy(f => f.Name, StringComparer.Ordinal).Select(Read)];
    }

    private static string FileName(long size) => FormattableString.Invariant($"{size:D16}.txt");

    private static ArchivedCheckpoint Read(FileInfo file)
    {
        var note = SignedCheckpoint.Parse(File.ReadAllText(file.FullName));
        return new ArchivedCheckpoint(file.Name, note.IsSuccess ? note.Value : null, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
    }
}
