using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>By what somebody counts as holding a system.</summary>
[Flags]
public enum HoldsBy
{
    None = 0,

    /// <summary>The roster names it.</summary>
    Roster = 1,

    /// <summary>Signed off changes to it.</summary>
    SignOff = 2,

    /// <summary>Did what an incident with it asked for.</summary>
    Incident = 4,

    /// <summary>Had it handed over, and confirmed that.</summary>
    Handover = 8,
}

/// <summary>How much depends on a system, as the register says.</summary>
public enum SystemWeight
{
    /// <summary>Not in the register, so nobody has said.</summary>
    Unknown = 0,
    Normal = 1,

    /// <summary>Fewer than two holders stop a plan.</summary>
    Critical = 2,
}

/// <summary>A handover that the receiver confirmed.</summary>
public readonly record struct PassedOn(PersonId From, PersonId To);

/// <summary>Everybody who works here and holds a system.</summary>
/// <param name="Name">Of the system.</param>
/// <param name="Weight">How much depends on it.</param>
/// <param name="Holders">Apart from those to whom it was handed over.</param>
/// <param name="Handovers">Done ones, to people who work here.</param>
public sealed record SystemKnowledge(string Name, SystemWeight Weight, IReadOnlyDictionary<PersonId, HoldsBy> Holders, IReadOnlyList<PassedOn> Handovers);

/// <summary>What becomes of a system when those who go no longer hold it.</summary>
public enum ExposureStanding
{
    Holds = 0,

    /// <summary>Thin, and no reason to stop.</summary>
    Watch = 1,

    /// <summary>A critical one falls below two holders, or what is left of them.</summary>
    Stops = 2,
}

/// <summary>A system that somebody who goes holds.</summary>
/// <param name="Name">Of the system.</param>
/// <param name="Weight">How much depends on it.</param>
/// <param name="Going">Who goes, and by what they hold it.</param>
/// <param name="Before">Holders now, without what those who go have handed over.</param>
/// <param name="Staying">Holders afterwards, with those to whom it was handed over.</param>
/// <param name="Standing">What follows.</param>
public sealed record ExposedSystem(string Name, SystemWeight Weight, IReadOnlyDictionary<PersonId, HoldsBy> Going, int Before, int Staying, ExposureStanding Standing)
{
    /// <summary>Of a critical system.</summary>
    public const int Least = 2;

    public static ExposedSystem Of(SystemKnowledge system, IReadOnlySet<PersonId> going)
    {
        var leaving = system.Holders.Where(h => going.Contains(h.Key)).ToDictionary();
        foreach (var receiver in system.Handovers.Select(h => h.To).Where(going.Contains)) leaving[receiver] = leaving.GetValueOrDefault(receiver) | HoldsBy.Handover;

        // What a leaver passes on is how a stop is lifted, so it counts afterwards and not before.
        var before = system.Holders.Keys.Concat(system.Handovers.Where(h => !going.Contains(h.From)).Select(h => h.To)).Concat(leaving.Keys).Distinct().Count();
        var staying = system.Holders.Keys.Concat(system.Handovers.Select(h => h.To)).Distinct().Count(p => !going.Contains(p));
        return new(system.Name, system.Weight, leaving, before, staying, StandingOf(system.Weight, before, staying));
    }

    /// <summary>Whoever alone held a system cannot leave two behind; one who took it over is no worse than before.</summary>
    private static ExposureStanding StandingOf(SystemWeight weight, int before, int staying)
    {
        if (staying >= Least) return ExposureStanding.Holds;
        return weight == SystemWeight.Critical && staying < Math.Min(Least, before) ? ExposureStanding.Stops : ExposureStanding.Watch;
    }
}
