using System.Text.RegularExpressions;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Adoption.Reading;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger;

/// <summary>
/// The names behind the ids of some entries, as they are now: entries hold ids alone, so that a person's name can be deleted without touching the ledger.
/// People of the roster are left out, because not everybody who reads the ledger may see them by name.
/// </summary>
public sealed partial class LedgerNames
{
    private readonly Dictionary<Guid, string> _names = [];

    public static async Task<LedgerNames> ReadAsync(PortalDbContext db, IEnumerable<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries
            .SelectMany(e => Id().Matches(e.ActorId).Concat(Id().Matches(e.Subject)).Concat(Id().Matches(e.Payload)))
            .Select(m => Guid.Parse(m.Value))
            .Distinct()
            .ToArray();
        return await OfAsync(db, ids, cancellationToken);
    }

    /// <summary>The names of those who acted.</summary>
    public static Task<LedgerNames> OfActorsAsync(PortalDbContext db, IEnumerable<string> actors, CancellationToken cancellationToken) =>
        OfAsync(db, [.. actors.SelectMany(a => Id().Matches(a)).Select(m => Guid.Parse(m.Value)).Distinct()], cancellationToken);

    private static async Task<LedgerNames> OfAsync(PortalDbContext db, Guid[] ids, CancellationToken cancellationToken)
    {
        var found = new LedgerNames();
        if (ids.Length == 0) return found;

        var units = ids.Select(i => new UnitId(i)).ToArray();
        var keys = ids.Select(i => new ApiKeyId(i)).ToArray();
        foreach (var user in await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken))
            found._names[user.Id] = user.DisplayName;
        foreach (var unit in await db.Units.Where(u => units.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync(cancellationToken))
            found._names[unit.Id.Value] = unit.Name;
        foreach (var key in await db.ApiKeys.Where(k => keys.Contains(k.Id)).Select(k => new { k.Id, k.Name }).ToListAsync(cancellationToken))
            found._names[key.Id.Value] = key.Name;
        await found.AddTargetsAsync(db, ids, cancellationToken);
        await found.AddCoursesAsync(db, ids, cancellationToken);
        await found.AddToolsAsync(db, ids, cancellationToken);
        return found;
    }

    /// <summary>Whoever acted, in words.</summary>
    public string Actor(string actorId) =>
        actorId switch
        {
            "system" => "Portal",
            "system:demo" => "Demo",
            "job:evaluate-targets" => "Nightly evaluation",
            "job:tell-friction" => "Friction figures",
            "console" => "Command line",
            _ when actorId.StartsWith("key:", StringComparison.Ordinal) => $"API key {Of(actorId)}",
            _ => Of(actorId),
        };

    /// <summary>The text with each id replaced by its name, or shortened where there is none; type prefixes in front of a name go.</summary>
    public string Of(string text) =>
        PrefixedId().Replace(
            text,
            match =>
                _names.TryGetValue(Guid.Parse(match.Groups["id"].Value), out var name) ? name
                : $"{match.Groups["type"].Value.Replace(':', ' ')}{match.Groups["id"].Value[..8]}…"
        );

    private async Task AddCoursesAsync(PortalDbContext db, Guid[] ids, CancellationToken cancellationToken)
    {
        var courses = ids.Select(i => new CourseId(i)).ToArray();
        foreach (var course in await db.Courses.Where(c => courses.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken))
            _names[course.Id.Value] = course.Name;
    }

    private async Task AddToolsAsync(PortalDbContext db, Guid[] ids, CancellationToken cancellationToken)
    {
        var tools = ids.Select(i => new AiToolId(i)).ToArray();
        foreach (var tool in await db.AiTools.IgnoreAutoIncludes().Where(t => tools.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(cancellationToken))
            _names[tool.Id.Value] = tool.Name;
    }

    // A target has no name of its own: it is what is measured, where.
    private async Task AddTargetsAsync(PortalDbContext db, Guid[] ids, CancellationToken cancellationToken)
    {
        var targets = ids.Select(i => new AdoptionTargetId(i)).ToArray();
        var rows = await (
            from target in db.AdoptionTargets
            where targets.Contains(target.Id)
            from unit in db.Units.Where(u => u.Id == target.Scope).DefaultIfEmpty()
            select new { target.Id, target.Metric, Unit = unit!.Name }
        ).ToListAsync(cancellationToken);
        foreach (var row in rows) _names[row.Id.Value] = $"{TargetWords.Name(row.Metric)}, {row.Unit ?? "no unit"}";
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("(?<type>[a-z-]+:)?(?<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrefixedId();
}
