using System.Globalization;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Why a whole file is refused. Codes are relied on by API clients.</summary>
public static class ImportErrors
{
    public static Error NoUpload { get; } = new("import.upload.gone", "This file is no longer kept. Drop it again.", ErrorKind.NotFound);

    public static Error Empty { get; } = Invalid("import.file.empty", "The file is empty. Nothing was written.");

    public static Error NoRows { get; } = Invalid("import.file.no-rows", "The file has column names but no rows. Nothing was written.");

    public static Error LegacyCopilot { get; } =
        Invalid(
            "import.copilot.legacy",
            "This comes from the older Copilot metrics API (/copilot/metrics or /copilot/usage), which counts other things and names no people. "
                + "Download the Copilot usage metrics report instead: organisation or users, 1 day or 28 days."
        );

    public static Error LinksOnly { get; } =
        Invalid("import.copilot.links", "This file only names where the reports can be fetched (download_links). Download those files and import them; each is a part of the report.");

    public static Error AllConcealed { get; } =
        Invalid(
            "import.microsoft.concealed",
            "Every user name in this report is concealed, so nobody can be joined. In the Microsoft 365 admin centre choose Settings, Org settings, Reports, "
                + "switch the concealing of names off and download the report again. Nothing was written."
        );

    public static Error WholeOrganisationOnly { get; } =
        new("import.scope.organisation", "Usage data covers the whole organisation, and your role covers a part of it.", ErrorKind.Forbidden);

    public static Error PayNotAllowed(string column) =>
        new(
            "import.pay.not-allowed",
            $"The column “{column}” holds pay, which only a person who may read pay can import. Leave the column out and send the file again; nothing was written.",
            ErrorKind.Forbidden
        );

    public static Error TooLarge(long limit) =>
        Invalid("import.file.too-large", $"The file is larger than {Megabytes(limit)} MB. Split it and import the parts.");

    public static Error Binary(string found) => Invalid("import.file.binary", $"This is {found}, not a text file. Save it as CSV (UTF-8) and drop that.");

    public static Error Encoding(string found) =>
        Invalid("import.file.encoding", $"The text is not UTF-8: {found}. Save it as CSV UTF-8, so that no name is spoilt.");

    public static Error Format(string found, string expected) => Invalid("import.format.unknown", $"{found} Expected: {expected}.");

    public static Error BrokenCsv(int row, string what) =>
        Invalid("import.csv.broken", $"Reading stopped at row {row.ToString("N0", CultureInfo.InvariantCulture)}: {what}. Nothing was written.");

    public static Error BrokenJson(string what) => Invalid("import.json.broken", $"The JSON is broken: {what}. Nothing was written.");

    public static Error HeaderTwice(string header) =>
        Invalid("import.header.twice", $"Two columns are called “{header}”. Rename one, so that it is certain which is meant.");

    public static Error MappingNeeded(string fields) =>
        Invalid("import.mapping.needed", $"It is not clear which column holds: {fields}. Choose the columns, then check again.");

    public static Error BrokenZip(string what) => Invalid("import.zip.broken", $"The zip file cannot be read: {what}. Nothing was written.");

    /// <summary>A file that is built to harm, or looks so.</summary>
    public static Error UnsafeZip(string what) => Invalid("import.zip.unsafe", $"The zip file is refused: {what}. Nothing was written.");

    public static Error RowsWrong(int wrong, int rows) =>
        new(
            "import.rows.wrong",
            $"Nothing was written: {wrong.ToString("N0", CultureInfo.InvariantCulture)} of {rows.ToString("N0", CultureInfo.InvariantCulture)} rows are wrong.",
            ErrorKind.Invalid
        );

    private static Error Invalid(string code, string message) => new(code, message, ErrorKind.Invalid);

    private static string Megabytes(long bytes) => (bytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
}
