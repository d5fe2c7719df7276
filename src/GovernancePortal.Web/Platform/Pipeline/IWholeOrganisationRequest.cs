namespace GovernancePortal.Web.Platform.Pipeline;

/// <summary>A request about what cannot be split by unit, such as the ledger: the role has to cover the whole organisation.</summary>
public interface IWholeOrganisationRequest;
