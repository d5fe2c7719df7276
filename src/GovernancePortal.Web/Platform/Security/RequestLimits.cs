using System.Globalization;
using System.Threading.RateLimiting;
using GovernancePortal.Web.Platform.Api;
using GovernancePortal.Web.Platform.Identity;

namespace GovernancePortal.Web.Platform.Security;

/// <summary>How often one caller may ask: programs by <see cref="ApiLimits"/>, sign-ins by <see cref="SignInLimits"/>; pages are not limited.</summary>
internal static class RequestLimits
{
    public static IServiceCollection AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var signIns = SignInLimits.PerMinute(configuration);
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(ApiLimits.Of),
                PartitionedRateLimiter.Create<HttpContext, string>(context => SignInLimits.Of(context, signIns))
            );
            options.OnRejected = async (rejected, cancellationToken) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? Math.Max(1, (int)Math.Ceiling(left.TotalSeconds)) : 60;
                rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                var answer = SignInLimits.Counts(rejected.HttpContext) ? SignInLimits.RefuseAsync(rejected.HttpContext) : ApiLimits.RefuseAsync(rejected.HttpContext);
                await answer.WaitAsync(cancellationToken);
            };
        });
    }
}
