using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Scenarios;

public readonly record struct ScenarioId(Guid Value) : ITypedId<ScenarioId>
{
    public static ScenarioId New() => new(Guid.CreateVersion7());

    public static ScenarioId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
