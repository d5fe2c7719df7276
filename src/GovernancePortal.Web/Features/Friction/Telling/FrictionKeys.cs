using System.Security.Cryptography;
using GovernancePortal.Data;
using GovernancePortal.Domain.Friction;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Friction.Telling;

/// <summary>The key with which the reports of one period are marked; see docs/adr/0012.</summary>
internal static class FrictionKeys
{
    private const string Purpose = "friction-marks";
    private const int Bytes = 32;

    /// <summary>The period's key; a new one is added to the save of its first report.</summary>
    public static async Task<byte[]> OfAsync(PortalDbContext db, IDataProtectionProvider protection, FrictionPeriod period, CancellationToken cancellationToken)
    {
        var protector = protection.CreateProtector(Purpose);
        var kept = await db.FrictionKeys.AsNoTracking().Where(k => k.Period == period.Number).Select(k => k.Value).SingleOrDefaultAsync(cancellationToken);
        if (kept is not null) return Convert.FromBase64String(protector.Unprotect(kept));

        var key = RandomNumberGenerator.GetBytes(Bytes);
        db.FrictionKeys.Add(new FrictionKey(period.Number, protector.Protect(Convert.ToBase64String(key))));
        return key;
    }
}
