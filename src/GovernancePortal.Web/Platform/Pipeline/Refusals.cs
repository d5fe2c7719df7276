using System.Reflection;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Platform.Pipeline;

/// <summary>Makes a refusal of whatever result type a request has.</summary>
internal static class Refusals<TResponse>
{
    private static readonly Func<Error, TResponse> Refuse = Build();

    public static TResponse Of(Error error) => Refuse(error);

    private static Func<Error, TResponse> Build()
    {
        var conversion =
            typeof(TResponse).GetMethod("op_Implicit", BindingFlags.Public | BindingFlags.Static, [typeof(Error)])
            ?? throw new InvalidOperationException($"{typeof(TResponse).Name} is no Result; every request answers with one.");
        return conversion.CreateDelegate<Func<Error, TResponse>>();
    }
}
