using MediatR;

namespace GovernancePortal.Web.Tests.Platform;

/// <summary>Answers each kind of request as the test says, and keeps what was sent. A request that no answer was given for fails the test.</summary>
internal class FakeMediator : IMediator
{
    private readonly Dictionary<Type, Func<object, object>> _answers = [];

    public List<object> Requests { get; } = [];

    public FakeMediator On<TRequest>(Func<TRequest, object> answer)
    {
        _answers[typeof(TRequest)] = request => answer((TRequest)request);
        return this;
    }

    public virtual Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        return Task.FromResult(_answers.TryGetValue(request.GetType(), out var answer) ? (TResponse)answer(request) : throw new NotSupportedException(request.GetType().Name));
    }

    public Task<object?> Send(object request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification => throw new NotSupportedException();
}
