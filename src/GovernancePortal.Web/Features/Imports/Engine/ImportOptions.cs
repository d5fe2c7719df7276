namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Section <c>Imports</c> of the configuration.</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>Largest file that is taken, in bytes. Files are read as they stream by, so that the size costs time and no memory.</summary>
    public long MaxBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Where files wait between upload and import, below the content root unless absolute. Replicas share it.</summary>
    public string Folder { get; set; } = "Data/uploads";

    /// <summary>Hours after which a file that was not imported is thrown away.</summary>
    public int KeepHours { get; set; } = 24;
}
