using System.Security.Cryptography;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Web.Platform.Ledger;

namespace GovernancePortal.Web.Features.Friction.Telling;

/// <summary>The key with which the reports of one period are marked. It is a file beside the ledger's own, so that no copy of the database holds it; see docs/adr/0012.</summary>
internal sealed class FrictionKeys(LedgerFolder folder)
{
    private const int Bytes = 32;

    /// <summary>The period's key; its first report makes it.</summary>
    public byte[] Of(FrictionPeriod period)
    {
        var name = NameOf(period);
        return Convert.FromBase64String(folder.Read(name) ?? folder.Keep(name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)), isSecret: true));
    }

    public void Forget(FrictionPeriod period) => folder.Remove(NameOf(period));

    private static string NameOf(FrictionPeriod period) => Path.Combine("friction", $"{period.Number}.key");
}
