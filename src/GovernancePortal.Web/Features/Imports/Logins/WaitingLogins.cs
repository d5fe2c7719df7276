using GovernancePortal.Data;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>Logins of imported use that no person has and nobody has decided about.</summary>
internal static class WaitingLogins
{
    public static IQueryable<UsageMonth> Months(PortalDbContext db, string? pattern) =>
        db.UsageMonths.Where(u => u.PersonId == null && (pattern == null || EF.Functions.Like(u.Login, pattern, LikePattern.Escape)))
            .Where(u => !db.NobodysLogins.Any(n => n.Login == u.Login && n.Provider == (u.Tool == UsageTools.Copilot ? UsageTools.GitHub : u.Tool)));

    public static IQueryable<WaitingLogin> Of(PortalDbContext db, string? pattern) =>
        Months(db, pattern).Select(u => new WaitingLogin { Tool = u.Tool, Login = u.Login }).Distinct();
}

internal sealed class WaitingLogin
{
    public string Tool { get; init; } = "";

    public string Login { get; init; } = "";
}
