using GovernancePortal.Domain.Common;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Literacy.Duties;

/// <summary>Where a duty stood on a day.</summary>
public enum DutyStanding
{
    InForce,

    /// <summary>Published, with a day to come.</summary>
    ToCome,

    /// <summary>Without a day.</summary>
    Awaited,
}

public sealed record DutyThen(Duty Duty, DutyStanding Standing);

/// <summary>The duties of the file that the configuration names. A changed file is read at the next start.</summary>
internal sealed class DutyBook(IOptions<DutyOptions> options, IHostEnvironment environment, TimeProvider clock)
{
    // Read once and checked at start; whoever comes later gets the same.
    private readonly Lazy<IReadOnlyList<Duty>> _duties = new(() =>
    {
        var read = DutyFile.Read(options.Value.PathIn(environment), clock.Today());
        return read.IsSuccess ? read.Value : throw new InvalidOperationException(read.Error!.Message);
    });

    /// <summary>What was in force on a day, and what was known to come; in the order of the file.</summary>
    public IReadOnlyList<DutyThen> On(DateOnly day) => On(_duties.Value, day);

    internal static IReadOnlyList<DutyThen> On(IReadOnlyList<Duty> duties, DateOnly day)
    {
        var known = duties.Where(d => d.IsKnownOn(day)).ToList();
        var replaced = known.Select(d => d.Replaces).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var standing = known.Where(d => !replaced.Contains(d.Id)).Select(d => new DutyThen(d, StandingOn(d, day))).ToList();
        // Of one article the newest wording is in force.
        var newest = standing.Where(d => d.Standing == DutyStanding.InForce).GroupBy(d => (d.Duty.Law, d.Duty.Article)).Select(g => g.MaxBy(d => d.Duty.ValidFrom)!.Duty.Id).ToHashSet(StringComparer.Ordinal);
        return [.. standing.Where(d => d.Standing != DutyStanding.InForce || newest.Contains(d.Duty.Id))];
    }

    private static DutyStanding StandingOn(Duty duty, DateOnly day) =>
        duty.ValidFrom is not { } from ? DutyStanding.Awaited
        : from <= day ? DutyStanding.InForce
        : DutyStanding.ToCome;
}
