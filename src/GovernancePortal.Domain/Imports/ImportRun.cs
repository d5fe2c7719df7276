using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Imports;

public readonly record struct ImportId(Guid Value) : ITypedId<ImportId>
{
    public static ImportId New() => new(Guid.CreateVersion7());

    public static ImportId From(Guid value) => new(value);
}

/// <summary>How many rows an import wrote, found unchanged and left out.</summary>
public readonly record struct ImportCounts(int Accepted, int Unchanged, int Rejected);

/// <summary>An import that was committed.</summary>
public sealed class ImportRun
{
    public const int FileNameMaxLength = 255;
    public const int Sha256Length = 64;
    public const int ActorMaxLength = 80;
    public const int ActorNameMaxLength = 200;

    private ImportRun() { }

    public ImportRun(ImportId id, ImportKind kind, string fileName, string fileSha256, long bytes)
    {
        var name = fileName.Length > FileNameMaxLength ? fileName[..FileNameMaxLength] : fileName;
        (Id, Kind, FileName, FileSha256, Bytes) = (id, kind, name, fileSha256, bytes);
    }

    public ImportId Id { get; private set; }

    public ImportKind Kind { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Lower-case hexadecimal.</summary>
    public string FileSha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public int Accepted { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Wrong rows that the person chose to leave out.</summary>
    public int Rejected { get; private set; }

    public string Actor { get; private set; } = "";

    /// <summary>Name of the account or key at the time.</summary>
    public string ActorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public void Finish(ImportCounts counts, string actor, string actorName, DateTimeOffset at)
    {
        (Accepted, Unchanged, Rejected) = (counts.Accepted, counts.Unchanged, counts.Rejected);
        (Actor, ActorName, At) = (actor, actorName, at);
    }
}
