using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Tools.Registry;

/// <summary>What about an entry only the database can tell.</summary>
internal static class ToolChecks
{
    /// <summary>Prefix of the fields of <see cref="AiToolTerms"/> within a request.</summary>
    private const string Terms = "Terms.";

    /// <param name="db">The database.</param>
    /// <param name="terms">What is stated.</param>
    /// <param name="before">What stood until now; people who stay need not be chosen again.</param>
    /// <param name="scope">The part of the organisation in which people and units are named.</param>
    /// <param name="today">People work here on this day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<List<FieldError>> FaultsAsync(
        PortalDbContext db, AiToolTerms terms, AiToolTerms? before, UnitScope scope, DateOnly today, CancellationToken cancellationToken)
    {
        var faults = new List<FieldError>();
        (string Field, PersonId? Now, PersonId? Before)[] named =
        [
            (nameof(terms.GateHolder), terms.GateHolder, before?.GateHolder),
            (nameof(terms.Owner), terms.Owner, before?.Owner),
            (nameof(terms.Deputy), terms.Deputy, before?.Deputy),
        ];
        foreach (var (field, now, old) in named)
        {
            if (now is not { } id || now == old) continue;
            var works = await db.People.Within(db.Units, scope).AnyAsync(p => p.Id == id && (p.LeftOn == null || p.LeftOn > today), cancellationToken);
            if (!works) faults.Add(new(Terms + field, "Choose a person who works in the units your role covers."));
        }

        if (!await CoversAsync(db, scope, terms.Units, cancellationToken)) faults.Add(new(Terms + nameof(terms.Units), "Choose units that your role covers."));
        return faults;
    }

    /// <summary>Whether all of these units lie in the scope.</summary>
    public static async Task<bool> CoversAsync(PortalDbContext db, UnitScope scope, IReadOnlyList<UnitId> units, CancellationToken cancellationToken)
    {
        var distinct = units.Distinct().ToArray();
        return await db.Units.Within(scope).CountAsync(u => distinct.Contains(u.Id), cancellationToken) == distinct.Length;
    }

    /// <summary>Loads it for a change that was decided on looking at <paramref name="version"/>.</summary>
    public static async Task<Result<AiTool>> FindAsync(
        PortalDbContext db, CurrentUser user, AiToolId id, int version, DateOnly today, CancellationToken cancellationToken)
    {
        var tool = await db.AiTools.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (tool is null) return CommonErrors.NotFound;
        if (!await CoversAsync(db, user.ScopeOf(Policies.ManageTools), tool.Terms.Units, cancellationToken)) return AiToolErrors.OutOfReach;

        // Told before the domain refuses for a reason that hides the race.
        if (tool.Version != version) return CommonErrors.ChangedMeanwhile;
        return tool.IsRetiredOn(today) ? AiToolErrors.Retired : tool;
    }

    /// <summary>Terms as the ledger keeps them; people by id alone.</summary>
    public static object Payload(AiToolTerms stated)
    {
        var terms = stated.Tidy();
        return new
        {
            name = terms.Name,
            kind = terms.Kind.ToString(),
            vendor = terms.Vendor,
            release = terms.Release,
            purpose = terms.Purpose,
            risk = terms.Risk.ToString(),
            autonomy = terms.Autonomy.ToString(),
            systems = terms.Systems,
            productionAccess = terms.ProductionAccess,
            gate = terms.Gate,
            gateHolder = terms.GateHolder?.Value,
            owner = terms.Owner?.Value,
            deputy = terms.Deputy?.Value,
            data = terms.Data,
            units = terms.Units.Select(u => u.Value),
            approvedFrom = terms.ApprovedFrom,
            reviewDue = terms.ReviewDue,
        };
    }
}
