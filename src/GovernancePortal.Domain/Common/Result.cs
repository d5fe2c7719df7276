namespace GovernancePortal.Domain.Common;

/// <summary>The outcome of a command: done, or refused with a reason. A refusal is a value; an exception is a bug.</summary>
public record Result
{
    protected Result(Error? error) => Error = error;

    public static Result Success { get; } = new((Error?)null);

    /// <summary>The reason of the refusal, or null when it was done.</summary>
    public Error? Error { get; }

    public bool IsSuccess => Error is null;

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>The outcome of a request that answers with a value.</summary>
public sealed record Result<T> : Result
{
    private readonly T? _value;

    private Result(T? value, Error? error)
        : base(error) => _value = value;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">The request was refused; ask <see cref="Result.IsSuccess"/> first.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"Refused: {Error!.Code}");

    public static implicit operator Result<T>(T value) => new(value, error: null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}
