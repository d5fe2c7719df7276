using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Tools.Registry;

/// <summary>An entry as forms begin with it.</summary>
/// <param name="Owner">Name and number, as the form offers them.</param>
/// <param name="Units">With their paths, in the order of the tree.</param>
public sealed record ToolBrief(AiToolId Id, int Version, AiToolTerms Terms, NamedChoice? GateHolder, NamedChoice? Owner, NamedChoice? Deputy, IReadOnlyList<NamedChoice> Units)
{
    /// <summary>Reads an entry that is to be changed; one that the user may not change is refused at once.</summary>
    internal static async Task<Result<ToolBrief>> ReadAsync(
        IDbContextFactory<PortalDbContext> contexts, CurrentUser user, AiToolId id, DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tool = await db.AiTools.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (tool is null) return CommonErrors.NotFound;
        if (tool.IsRetiredOn(today)) return AiToolErrors.Retired;

        var terms = tool.Terms;
        if (!await ToolChecks.CoversAsync(db, user.ScopeOf(Policies.ManageTools), terms.Units, cancellationToken)) return AiToolErrors.OutOfReach;

        var people = await db
            .People.Where(p => p.Id == terms.Owner || p.Id == terms.Deputy || p.Id == terms.GateHolder)
            .Select(p => new { p.Id, p.Name, p.EmployeeNumber })
            .ToListAsync(cancellationToken);
        var units = await db.Units.Where(u => terms.Units.Contains(u.Id)).OrderBy(u => u.Left).Select(u => new NamedChoice(u.Id.Value, u.Path)).ToListAsync(cancellationToken);
        return new ToolBrief(tool.Id, tool.Version, terms, Person(terms.GateHolder), Person(terms.Owner), Person(terms.Deputy), units);

        NamedChoice? Person(PersonId? wanted) => people.Where(p => p.Id == wanted).Select(p => new NamedChoice(p.Id.Value, $"{p.Name}, {p.EmployeeNumber}")).SingleOrDefault();
    }
}
