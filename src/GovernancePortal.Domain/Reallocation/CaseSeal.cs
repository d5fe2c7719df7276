using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>
/// What the ledger holds instead of who is concerned by a case: auditors, officers and executives read the ledger, and none of them may learn of a case from it. Whoever has the case can show that
/// exactly these people were meant; without its seal the digest tells nothing, however few people there are to try.
/// </summary>
public static class CaseSeal
{
    /// <summary>The same for words that would tell whom they are about.</summary>
    public static string Of(byte[] seal, string words) => Convert.ToHexStringLower(HMACSHA256.HashData(seal, Encoding.UTF8.GetBytes(words.Trim())));

    public static string Of(byte[] seal, IEnumerable<PersonId> people)
    {
        var ids = people.Select(p => p.Value.ToByteArray(bigEndian: true)).OrderBy(Convert.ToHexString, StringComparer.Ordinal).SelectMany(b => b);
        return Convert.ToHexStringLower(HMACSHA256.HashData(seal, ids.ToArray()));
    }
}
