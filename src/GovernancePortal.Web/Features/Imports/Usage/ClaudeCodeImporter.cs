using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>Imports Claude Code's OpenTelemetry metrics, one export request or one on each line.</summary>
internal sealed class ClaudeCodeImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.ClaudeCodeUsage];

    public bool Reads(StoredUpload upload) => upload.Format != FileFormat.Csv;

    public IImportRun Begin(ImportJob job) => new ClaudeCodeRun(job);
}
