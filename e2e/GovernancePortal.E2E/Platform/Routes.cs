using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Platform.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.E2E.Platform;

/// <summary>A page as the compiled attributes tell it.</summary>
/// <param name="Template">The route, such as <c>/people/{Id:guid}</c>.</param>
/// <param name="Role">A role that may open it; null when it is open to all.</param>
public sealed record PageRoute(string Template, Role? Role);

/// <summary>Every page of the portal, so that none is forgotten by the journeys.</summary>
public static partial class Routes
{
    public static IReadOnlyList<PageRoute> All { get; } =
        [
            .. typeof(Program)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => new PageRoute(route.Template, RoleFor(type))))
                .OrderBy(r => r.Template, StringComparer.Ordinal),
        ];

    /// <summary>The route with real values in its places; null when nobody said what belongs there.</summary>
    public static async Task<string?> FillAsync(PortalHost host, string template)
    {
        var filled = template;
        foreach (Match place in Place().Matches(template))
        {
            var key = $"{template[..place.Index]}{place.Groups[1].Value}";
            if (!Values.TryGetValue(template, out var read) && !Values.TryGetValue(key, out read)) return null;
            filled = filled.Replace(place.Value, await read(host), StringComparison.Ordinal);
        }

        return filled;
    }

    /// <summary>What stands in a place of a route: by the whole route, or by the part before the place and its name.</summary>
    private static Dictionary<string, Func<PortalHost, Task<string>>> Values { get; } =
        new(StringComparer.Ordinal)
        {
            ["/users/UserId"] = host => host.InDb(async db => (await db.Users.OrderBy(u => u.DisplayName).Select(u => u.Id).FirstAsync()).ToString()),
            ["/ledger/Number"] = _ => Task.FromResult("1"),
            ["/imports/new/Slug"] = _ => Task.FromResult("roster"),
            ["/targets/Id"] = host => TargetAsync(host, TargetState.Paused),
            ["/targets/{Id:guid}/approve"] = host => TargetAsync(host, TargetState.Proposed),
            ["/targets/{Id:guid}/reject"] = host => TargetAsync(host, TargetState.Proposed),
            ["/targets/{Id:guid}/pause"] = host => TargetAsync(host, TargetState.Active),
            ["/targets/{Id:guid}/waivers/WaiverId"] = host => host.InDb(async db => (await db.Waivers.OrderBy(w => w.AskedAt).Select(w => w.Id).FirstAsync()).Value.ToString()),
            ["/targets/{Id:guid}/figures/Type"] = _ => Task.FromResult(nameof(GuardrailType.KbFreshness)),
            ["/courses/Id"] = host => host.InDb(async db => (await db.Courses.Where(c => c.RetiredOn == null).OrderBy(c => c.Name).Select(c => c.Id).FirstAsync()).Value.ToString()),
            ["/requirements/Id"] = host => host.InDb(async db => (await db.LiteracyRequirements.Where(r => r.RetiredOn == null).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync()).Value.ToString()),
            ["/tools/Id"] = host => host.InDb(async db => (await db.AiTools.IgnoreAutoIncludes().Where(t => t.RetiredOn == null).OrderBy(t => t.Name).Select(t => t.Id).FirstAsync()).Value.ToString()),
            ["/incidents/Id"] = host => host.InDb(async db => (await db.Incidents.OrderBy(i => i.Severity).ThenBy(i => i.Number).Select(i => i.Id).FirstAsync()).Value.ToString()),
            ["/incidents/week/Monday"] = host => host.InDb(async db => (await db.Incidents.OrderBy(i => i.Severity).ThenBy(i => i.Number).Select(i => i.StartedAt).FirstAsync()).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ["/changes/Id"] = host => host.InDb(async db => (await db.ProposedChanges.OrderBy(c => c.Number).Select(c => c.Id).FirstAsync()).Value.ToString()),
            ["/knowledge/Id"] = host => host.InDb(async db => (await db.KnowledgePages.OrderBy(p => p.Title).Select(p => p.Id).FirstAsync()).Value.ToString()),
            ["/scenarios/Id"] = host => host.InDb(async db => (await db.Scenarios.OrderBy(s => s.Name).Select(s => s.Id).FirstAsync()).Value.ToString()),
            ["/work-roles/Id"] = host => host.InDb(async db => (await db.RoleProfiles.OrderBy(r => r.Title).Select(r => r.Id).FirstOrDefaultAsync()).Value.ToString()),
            ["/scenarios/{Id:guid}/runs/Number"] = _ => Task.FromResult("1"),
            ["/cases/Id"] = host => host.InDb(async db => (await db.DisplacementCases.Where(c => c.State == Domain.Reallocation.CaseState.Draft).OrderBy(c => c.Name).Select(c => c.Id).FirstAsync()).Value.ToString()),
            ["/plans/Id"] = host => host.InDb(async db => (await db.ReallocationPlans.OrderBy(p => p.Name).Select(p => p.Id).FirstAsync()).Value.ToString()),
            ["/plans/{Id:guid}/people/MoveId"] = host => host.InDb(async db => (await db.PlannedMoves.Where(m => m.PlanId == db.ReallocationPlans.OrderBy(p => p.Name).Select(p => p.Id).First()).OrderByDescending(m => m.Score).ThenBy(m => m.Id).Select(m => m.Id).FirstAsync()).Value.ToString()),
            ["/people/Id"] = host => host.InDb(async db => (await db.People.OrderBy(p => p.SearchName).Select(p => p.Id).FirstAsync()).Value.ToString()),
        };

    private static Task<string> TargetAsync(PortalHost host, TargetState state) =>
        // Another journey may have moved the one that was meant; the page then says why it cannot go on, and is looked at all the same.
        host.InDb(async db => (await db.AdoptionTargets.OrderByDescending(t => t.State == state).ThenBy(t => t.Id).Select(t => t.Id).FirstAsync()).Value.ToString());

    private static Role? RoleFor(Type page)
    {
        if (page.GetCustomAttribute<AuthorizeAttribute>() is not { Policy: { } policy }) return null;
        // The narrowest page goes to the role that sees most, so that it has something to show.
        Role[] preferred = [Role.Executive, Role.GovernanceOfficer, Role.Administrator, Role.HumanResources];
        var roles = PolicyTable.All[policy].Roles;
        return preferred.Concat(roles).First(roles.Contains);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Place();
}
