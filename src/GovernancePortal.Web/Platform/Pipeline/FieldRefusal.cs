using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Platform.Pipeline;

/// <summary>Refuses a request at one of its fields, for what only the handler can know.</summary>
internal static class FieldRefusal
{
    public static Error At(string field, string message) => Of([new FieldError(field, message)]);

    public static Error Of(IReadOnlyList<FieldError> fields) =>
        new("request.invalid", fields.Count == 1 ? fields[0].Message : $"{fields.Count} answers need another look.", ErrorKind.Invalid) { Fields = fields };
}
