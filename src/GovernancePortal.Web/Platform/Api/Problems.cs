using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovernancePortal.Web.Platform.Api;

/// <summary>Turns a result into an HTTP answer: the value, or problem details (RFC 9457) with the stable code of the refusal.</summary>
public static class Problems
{
    public static IResult ToHttp<T>(this Result<T> result) => result.IsSuccess ? TypedResults.Ok(result.Value) : Problem(result.Error!);

    public static IResult ToHttp(this Result result) => result.IsSuccess ? TypedResults.NoContent() : Problem(result.Error!);

    public static ProblemHttpResult Problem(Error error)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = error.Code };
        if (error.Fields.Count > 0) extensions["errors"] = error.Fields.Select(f => new { field = f.Field, message = f.Message }).ToArray();
        return TypedResults.Problem(error.Message, statusCode: StatusOf(error.Kind), extensions: extensions);
    }

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
