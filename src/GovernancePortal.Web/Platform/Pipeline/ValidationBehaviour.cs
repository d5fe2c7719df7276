using FluentValidation;
using GovernancePortal.Domain.Common;
using MediatR;

namespace GovernancePortal.Web.Platform.Pipeline;

/// <summary>Checks the shape of a request with its validators and reports every wrong field at once.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var fields = new List<FieldError>();
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            fields.AddRange(result.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorMessage)));
        }

        return fields.Count == 0 ? await next() : Refusals<TResponse>.Of(Invalid(fields));
    }

    private static Error Invalid(List<FieldError> fields)
    {
        var message = fields.Count == 1 ? fields[0].Message : $"{fields.Count} answers need another look.";
        return new Error("request.invalid", message, ErrorKind.Invalid) { Fields = fields };
    }
}
