using System.Data;
using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>
/// Decides whose a login is. Every decision replaces the one before it, its days of use follow in the same transaction, and the ledger keeps them all.
/// </summary>
internal sealed class LoginDesk(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
{
    private static readonly Error ByRoster =
        new("login.byRoster", "The roster joins this login by its address or number; there is no decision to take back. Link it to somebody else, or say that nobody is behind it.");

    /// <summary>Null when no file named such a login.</summary>
    public static async Task<LoginSeen?> LookAsync(PortalDbContext db, string provider, string login, CancellationToken cancellationToken)
    {
        if (await db.PersonLogins.FindAsync([provider, login], cancellationToken) is { } linked) return new LoginSeen(LoginStanding.Linked, linked.PersonId);
        if (await db.NobodysLogins.FindAsync([provider, login], cancellationToken) is { } nobody) return new LoginSeen(LoginStanding.Nobody, Reason: nobody.Reason);

        var tool = UsageTools.ToolOf(provider);
        var month = await db.UsageMonths.Where(u => u.Tool == tool && u.Login == login).OrderByDescending(u => u.Month).Select(u => new { u.PersonId }).FirstOrDefaultAsync(cancellationToken);
        // An address or a number of the roster joins a login without anybody's decision.
        return month is null ? null : new LoginSeen(month.PersonId is null ? LoginStanding.Waiting : LoginStanding.Linked, month.PersonId, ByRoster: month.PersonId is not null);
    }

    /// <param name="login">Which.</param>
    /// <param name="next">What it is from now on.</param>
    /// <param name="seen">What it was when the decision was taken.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result> DecideAsync((string Provider, string Login) login, LoginSeen next, LoginSeen seen, CancellationToken cancellationToken)
    {
        await using var outer = await contexts.CreateDbContextAsync(cancellationToken);
        return await outer.Database.CreateExecutionStrategy().ExecuteAsync(token => AttemptAsync(login, next, seen, token), cancellationToken);
    }

    // Serializable: two different decisions write different rows, so that nothing else would tell them apart.
    private async Task<Result> AttemptAsync((string Provider, string Login) login, LoginSeen next, LoginSeen seen, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var before = await LookAsync(db, login.Provider, login.Login, cancellationToken);
        if (before is null) return CommonErrors.NotFound;
        if (before != seen) return CommonErrors.ChangedMeanwhile;
        if (next.Standing == LoginStanding.Waiting && before.ByRoster) return ByRoster;
        if (next.PersonId is { } person && !await db.People.AnyAsync(p => p.Id == person, cancellationToken)) return FieldRefusal.At("PersonId", "Choose a person of the roster.");

        await KeepAsync(db, login, next, cancellationToken);
        var tool = UsageTools.ToolOf(login.Provider);
        var months = await db.UsageMonths.Where(u => u.Tool == tool && u.Login == login.Login).ToListAsync(cancellationToken);
        foreach (var month in months) month.Match(next.PersonId);

        // A login is personal data, so the ledger has its hash.
        db.Record(
            user.Actor,
            Kind(next.Standing),
            $"login:{Hash(login)}",
            new { provider = login.Provider, person = next.PersonId?.Value, reason = next.Reason?.ToString(), before = before.Standing.ToString(), personBefore = before.PersonId?.Value }
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    private async Task KeepAsync(PortalDbContext db, (string Provider, string Login) login, LoginSeen next, CancellationToken cancellationToken)
    {
        var linked = await db.PersonLogins.FindAsync([login.Provider, login.Login], cancellationToken);
        var nobody = await db.NobodysLogins.FindAsync([login.Provider, login.Login], cancellationToken);
        if (next.PersonId is { } person)
        {
            if (linked is null) db.PersonLogins.Add(new PersonLogin(login.Provider, login.Login, person));
            else linked.LinkTo(person);
        }
        else if (linked is not null) db.PersonLogins.Remove(linked);

        if (next.Reason is { } reason)
        {
            if (nobody is null) db.NobodysLogins.Add(new NobodysLogin(login.Provider, login.Login, reason, clock.GetUtcNow()));
            else nobody.Decide(reason, clock.GetUtcNow());
        }
        else if (nobody is not null) db.NobodysLogins.Remove(nobody);
    }

    private static string Kind(LoginStanding standing) =>
        standing switch
        {
            LoginStanding.Linked => UseDecisions.LoginLinked,
            LoginStanding.Nobody => UseDecisions.LoginNobodys,
            _ => UseDecisions.LoginReopened,
        };

    private static string Hash((string Provider, string Login) login) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{login.Provider}\n{login.Login}")));
}
