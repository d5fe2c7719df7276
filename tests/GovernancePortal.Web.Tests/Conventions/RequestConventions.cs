using System.Reflection;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Tests.Conventions;

public sealed class RequestConventions
{
    private static readonly Type[] Requests =
    [
        .. typeof(Program).Assembly.GetTypes().Where(t => !t.IsAbstract && !t.IsGenericTypeDefinition && ResponseOf(t) is not null),
    ];

    [Fact]
    public void Every_request_names_a_policy_that_exists()
    {
        Requests.Length.ShouldBeGreaterThan(3);
        Requests.Where(r => !PolicyTable.All.ContainsKey(r.GetCustomAttribute<RequiresAttribute>()?.Policy ?? "")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_answers_with_a_result() =>
        Requests.Where(r => !typeof(Result).IsAssignableFrom(ResponseOf(r))).ShouldBeEmpty();

    [Fact]
    public void Requests_say_what_they_are()
    {
        Requests.Where(r => !r.Name.EndsWith("Command", StringComparison.Ordinal) && !r.Name.EndsWith("Query", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_has_one_handler()
    {
        var handled = typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(i => i.GenericTypeArguments[0])
            .ToArray();

        handled.Order(ByName).ShouldBe(Requests.Order(ByName));
    }

    [Fact]
    public void Every_policy_has_a_role_or_an_api_scope_and_a_meaning()
    {
        PolicyTable.All.Values.Where(p => p.Roles.Count + p.ApiScopes.Count == 0 || p.Meaning.Length == 0).ShouldBeEmpty();
        typeof(Policies).GetFields().Select(f => (string)f.GetRawConstantValue()!).Order().ShouldBe(PolicyTable.All.Keys.Order());
    }

    private static Comparer<Type> ByName { get; } = Comparer<Type>.Create((x, y) => string.CompareOrdinal(x.FullName, y.FullName));

    private static Type? ResponseOf(Type type) =>
        type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))?.GenericTypeArguments[0];
}
