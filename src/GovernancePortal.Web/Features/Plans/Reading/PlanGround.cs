using System.Globalization;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Web.Features.Plans.Reading;

/// <summary>Somebody of the case.</summary>
/// <param name="UnitPath">Of the unit where they are.</param>
/// <param name="Candidate">As far as a match may look at them.</param>
internal sealed record GroundPerson(PersonId Id, string Name, string UnitPath, decimal Share, Candidate Candidate);

/// <summary>Seats of a role in a unit that no other open plan has.</summary>
internal sealed record GroundSeats(RoleProfileId RoleId, UnitId UnitId, string UnitPath, int Free);

/// <summary>Everything that a plan rests on, as it is now.</summary>
/// <param name="People">Of the case, in a fixed order.</param>
/// <param name="Roles">Published ones, in a fixed order.</param>
internal sealed record PlanGround(IReadOnlyList<GroundPerson> People, IReadOnlyList<RoleProfile> Roles, IReadOnlyList<GroundSeats> Seats)
{
    public Dictionary<RoleProfileId, int> FreeByRole { get; } = Seats.GroupBy(s => s.RoleId).ToDictionary(g => g.Key, g => g.Sum(s => s.Free));

    public int Free(RoleProfileId role) => FreeByRole.GetValueOrDefault(role);

    public WorkRole[] WorkRoles() => [.. Roles.Select(r => r.ToWorkRole(Free(r.Id)))];

    /// <summary>What a check keeps, so that an approval can tell whether it is still so.</summary>
    public PlanStamp Stamp(ReallocationPlan plan, IEnumerable<PlanCheck> checks) =>
        new(
            [
                .. People.Select(p => new StampPart($"person/{p.Id.Value}", $"{p.Candidate.Level.ToString().ToLowerInvariant()}, {(p.Candidate.Location.Length > 0 ? p.Candidate.Location : "no location")}, {Percent(p.Share)} of the position")),
                .. People.Select(p => new StampPart($"skills/{p.Id.Value}", Pairs(p.Candidate.Skills))),
                .. People.Select(p => new StampPart($"knowledge/{p.Id.Value}", string.Join(", ", p.Candidate.Knowledge.Keys.Order(StringComparer.Ordinal)))),
                .. People.SelectMany(p => p.Candidate.Preferences.Select(w => new StampPart($"wish/{p.Id.Value}/{w.Key}", $"choice {Invariant(w.Value)}"))),
                .. People.SelectMany(p => p.Candidate.Declined.Select(w => new StampPart($"wish/{p.Id.Value}/{w}", "not wanted"))),
                .. Roles.Select(r => new StampPart($"role/{r.Id.Value}", Words(r))),
                .. Seats.Select(s => new StampPart($"seats/{s.RoleId.Value}/{s.UnitId.Value}", Invariant(s.Free))),
                .. plan.Moves.Select(m => new StampPart($"move/{m.PersonId.Value}", m.RoleId is { } role ? role.Value.ToString() : "no seat")),
                .. checks.Select(c => new StampPart($"check/{c.Subject}", c.Sentence)),
            ]);

    private static string Words(RoleProfile role) =>
        $"{role.Title}, {role.Level.ToString().ToLowerInvariant()}; {string.Join(", ", role.Skills.OrderBy(s => s.Skill, StringComparer.Ordinal).Select(s => $"{s.Skill} {Invariant(s.Level)}"))}; {Pairs(role.Knowledge)}";

    private static string Pairs(IReadOnlyDictionary<string, double> values) => string.Join(", ", values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key} {Invariant(v.Value)}"));

    private static string Percent(decimal share) => $"{Invariant(share * 100)}%";

    private static string Invariant(IFormattable value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
