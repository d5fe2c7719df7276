using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>What a person chose for one import.</summary>
/// <param name="LeaveOutWrong">Import the good rows although others are wrong.</param>
/// <param name="AbsentHaveLeft">People of the importer's units who are not in the roster have left.</param>
/// <param name="AddCourses">Add courses that the portal does not know yet.</param>
public sealed record ImportChoices(bool LeaveOutWrong = false, bool AbsentHaveLeft = false, bool AddCourses = false);

/// <summary>Everything an importer needs for one run.</summary>
internal sealed record ImportJob(
    IDbContextFactory<PortalDbContext> Contexts,
    PortalDbContext Db,
    BulkWriter Bulk,
    StoredUpload Upload,
    Func<FileStream> OpenFile,
    ColumnMapping? Mapping,
    ImportChoices Choices,
    UnitScope Scope,
    ImportId ImportId,
    DateTimeOffset Now,
    string Actor,
    bool IsPreview
)
{
    public ImportReport Report { get; } = new();

    /// <summary>Whether absent people are marked as having left: never while rows are left out, because one of those may be theirs.</summary>
    public bool MarksAbsent => Choices.AbsentHaveLeft && Report.Errors.Rows == 0;

    public DateOnly Today => Now.UtcDay();
}

/// <summary>
/// Imports one kind of file, in three steps: rows are checked and staged while the file streams by; staged rows are compared with the database;
/// and, when nothing is wrong, statements move them. The last two run in one transaction when the import is committed.
/// </summary>
internal interface IImporter
{
    IReadOnlyList<ImportKind> Kinds { get; }

    /// <summary>Whether it reads this file.</summary>
    bool Reads(StoredUpload upload);

    IImportRun Begin(ImportJob job);
}

/// <summary>One run of an importer.</summary>
internal interface IImportRun
{
    Task<Result> StageAsync(CancellationToken cancellationToken);

    Task<Result> CompareAsync(CancellationToken cancellationToken);

    Task ApplyAsync(CancellationToken cancellationToken);
}
