using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>Why a file is not kept or not given out.</summary>
internal static class EvidenceErrors
{
    public const string Allowed = "Kept are PDF, PNG, JPEG, Word (docx), Excel (xlsx), CSV and plain text (txt).";

    public static Error Empty { get; } = Invalid("evidence.empty", "The file is empty.");

    public static Error Damaged { get; } =
        new("evidence.damaged", "The stored file no longer has the content that was kept, so it is not given out. Restore it from a backup.", ErrorKind.Conflict);

    public static Error Missing { get; } = new("evidence.missing", "The file is recorded, but it is not in the store. Restore it from a backup.", ErrorKind.Conflict);

    public static Error TooLarge(long limit) =>
        Invalid("evidence.too-large", $"The file is larger than {FormattableString.Invariant($"{limit / (1024.0 * 1024):0.#}")} MB. Bring a smaller one, such as the list of attendance alone.");

    /// <param name="found">What the file is, as in "a ZIP archive".</param>
    public static Error Forbidden(string found) => Invalid("evidence.type", $"This is {found}. {Allowed}");

    public static Error Mismatch(string ending, string found) => Invalid("evidence.type", $"The name ends in .{ending}, but this is {found}. {Allowed}");

    private static Error Invalid(string code, string message) => new(code, message, ErrorKind.Invalid) { Fields = [new FieldError("Content", message)] };
}
