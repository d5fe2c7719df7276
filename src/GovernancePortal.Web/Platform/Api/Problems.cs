using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Platform.Api;

/// <summary>Answers of the HTTP API: the value, or problem details (RFC 9457) with the stable code of the refusal.</summary>
internal static class Problems
{
    /// <param name="result">What the request answered.</param>
    /// <param name="answer">How the value is sent; as JSON unless given.</param>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult>? answer = null) =>
        !result.IsSuccess ? Of(result.Error!)
        : answer is null ? Results.Ok(result.Value)
        : answer(result.Value);

    /// <param name="error">The refusal.</param>
    /// <param name="more">Further members of the problem, by name.</param>
    /// <param name="status">The HTTP status, when it does not follow from the kind of refusal.</param>
    public static IResult Of(Error error, IEnumerable<KeyValuePair<string, object?>>? more = null, int? status = null)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = error.Code };
        if (error.Fields.Count > 0) members["errors"] = error.Fields.Select(f => new { field = f.Field, message = f.Message }).ToArray();
        foreach (var (name, value) in more ?? []) members[name] = value;
        return Results.Problem(title: error.Message, detail: error.Message, statusCode: status ?? StatusOf(error), extensions: members);
    }

    private static int StatusOf(Error error) =>
        error.Kind switch
        {
            ErrorKind.Forbidden when error == AccessErrors.SignedOut => StatusCodes.Status401Unauthorized,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.Invalid => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}
