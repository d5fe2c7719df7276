namespace GovernancePortal.Domain.Ledger;

/// <summary>The store does not hold what the ledger wrote into it: somebody changed the database past the portal.</summary>
public sealed class LedgerDamagedException(string message) : Exception(message);
