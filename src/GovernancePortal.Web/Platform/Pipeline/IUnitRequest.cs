using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Pipeline;

/// <summary>A request that names the unit it touches, so that the pipeline can check the scope before the handler runs.</summary>
public interface IUnitRequest
{
    UnitId UnitId { get; }
}
