using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Platform.Api;

/// <summary>Answers of the HTTP interface: a value, or the refusal as RFC 9457 problem details with its stable code.</summary>
internal static class Problems
{
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult>? answer = null) =>
        !result.IsSuccess ? From(result.Error!)
        : answer is null ? Results.Ok(result.Value)
        : answer(result.Value);

    public static IResult From(Error error) =>
        Results.Problem(
            detail: error.Message,
            statusCode: StatusOf(error.Kind),
            title: error.Kind.ToString(),
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = error.Code,
                ["errors"] = error.Fields.Count == 0 ? null : error.Fields.ToLookup(f => f.Field, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Select(e => e.Message), StringComparer.Ordinal),
            }
        );

    private static int StatusOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => StatusCodes.Status400BadRequest,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}
