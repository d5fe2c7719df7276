using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Platform.Demo;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Components.Account;

public sealed partial class DemoAccountsList
{
    private IReadOnlyList<(string Role, string Email)> _accounts = [];

    [Inject]
    private DemoMode Demo { get; set; } = default!;

    [Inject]
    private IDbContextFactory<PortalDbContext> Contexts { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (!Demo.IsOn) return;

        await using var db = await Contexts.CreateDbContextAsync();
        var rows = await (
            from user in db.Users
            where user.IsDemo && user.RemovedAt == null
            from role in db.RoleAssignments.Where(a => a.UserId == user.Id).DefaultIfEmpty()
            select new { user.Email, Role = (Role?)role!.Role }
        ).ToListAsync();
        _accounts = rows.GroupBy(r => r.Email!)
            .OrderBy(g => g.Min(r => r.Role) ?? Role.Employee)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Names(g.Select(r => r.Role)), g.Key))
            .ToArray();
    }

    private static string Names(IEnumerable<Role?> roles) => string.Join(", ", roles.OfType<Role>().Distinct().Order().Select(RoleNames.Of));
}
