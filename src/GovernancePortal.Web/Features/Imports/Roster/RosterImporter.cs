using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>Imports people and units from a CSV file.</summary>
internal sealed class RosterImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.Roster];

    public bool Reads(StoredUpload upload) => upload.Format == FileFormat.Csv;

    public IImportRun Begin(ImportJob job) => new RosterRun(job);
}
