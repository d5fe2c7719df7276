using GovernancePortal.Domain.Common;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Literacy.Duties;

/// <summary>Section <c>Literacy</c> of the configuration.</summary>
public sealed class DutyOptions
{
    public const string Section = "Literacy";

    /// <summary>A duty file of the organisation's own, relative to the content root; null for the one that comes with the portal.</summary>
    public string? DutyFile { get; set; }

    public string PathIn(IHostEnvironment environment) =>
        string.IsNullOrWhiteSpace(DutyFile)
            ? Path.Combine(AppContext.BaseDirectory, "Duties", "ai-literacy-duties.json")
            : Path.Combine(environment.ContentRootPath, DutyFile);
}

/// <summary>Keeps the portal from starting with a duty file that it cannot read.</summary>
internal sealed class DutyOptionsCheck(IHostEnvironment environment, TimeProvider clock) : IValidateOptions<DutyOptions>
{
    public ValidateOptionsResult Validate(string? name, DutyOptions options)
    {
        var read = Duties.DutyFile.Read(options.PathIn(environment), clock.Today());
        return read.IsSuccess ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(read.Error!.Message);
    }
}
