using GovernancePortal.Domain.Imports;

namespace GovernancePortal.Web.Features.Imports.Engine;

public enum FileFormat
{
    Csv,

    /// <summary>One JSON value.</summary>
    Json,

    /// <summary>One JSON value per line.</summary>
    Ndjson,

    /// <summary>One page of text.</summary>
    Markdown,

    /// <summary>Many files in one.</summary>
    Zip,
}

/// <summary>A file that was taken in and looked at, but not yet imported.</summary>
/// <param name="Id">Names the file in addresses; only whoever brought it can use it.</param>
/// <param name="Kind">What it is to be imported as.</param>
/// <param name="FileName">Its name at the sender.</param>
/// <param name="Sha256">Of the bytes as they came, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Format">What it looks like.</param>
/// <param name="Delimiter">What stands between the columns of a CSV file.</param>
/// <param name="Actor">Who brought it.</param>
/// <param name="Chosen">The columns that this person chose while looking at it; null while nobody has.</param>
public sealed record StoredUpload(
    Guid Id, ImportKind Kind, string FileName, string Sha256, long Bytes, FileFormat Format, char Delimiter, string Actor, ChosenMapping? Chosen = null);

/// <summary>A mapping that somebody chose for a file which is not imported yet.</summary>
/// <param name="Fingerprint">Of the file's column names.</param>
/// <param name="Mapping">The choice.</param>
public sealed record ChosenMapping(string Fingerprint, ColumnMapping Mapping);
