using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>Why statements are refused. Codes are relied on by training systems.</summary>
public static class XapiErrors
{
    public const string InvalidCode = "xapi.invalid";

    public static Error NotJson { get; } = Invalid(new FieldError("statement", "The body is no JSON. Send one statement or a list of them."));

    public static Error TooMany(int most) => Invalid(new FieldError("statement", $"One call takes {most} statements at most. Send the rest in another."));

    public static Error Different(Guid id) =>
        new("xapi.conflict", $"A different statement with the id {id} was received before. Nothing of this call was written.", ErrorKind.Conflict) { Fields = [new FieldError("id", "A different statement has this id.")] };

    public static Error Invalid(FieldError field) => new(InvalidCode, field.Message, ErrorKind.Invalid) { Fields = [field] };
}
