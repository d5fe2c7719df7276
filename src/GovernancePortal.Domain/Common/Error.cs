namespace GovernancePortal.Domain.Common;

/// <summary>Why a request was refused, coarse enough to choose an HTTP status and a page layout.</summary>
public enum ErrorKind
{
    /// <summary>The input has the wrong shape; <see cref="Error.Fields"/> says where.</summary>
    Invalid,

    /// <summary>A rule of the domain forbids it now.</summary>
    Refused,

    /// <summary>The user's roles or unit scope do not cover it.</summary>
    Forbidden,

    NotFound,

    /// <summary>Somebody else changed the same thing since it was read.</summary>
    Conflict,
}

/// <summary>A message that belongs to one field of the request.</summary>
/// <param name="Field">Name of the request's property, as in <c>DueDate</c>.</param>
/// <param name="Message">A sentence for the person who typed it.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>A refusal. The code never changes and may be relied on by API clients; the message is a sentence for the person reading the page.</summary>
public sealed record Error(string Code, string Message, ErrorKind Kind = ErrorKind.Refused)
{
    /// <summary>What is wrong at which field; empty unless <see cref="Kind"/> is <see cref="ErrorKind.Invalid"/>.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];
}
