namespace GovernancePortal.Domain.Common;

/// <summary>An id that cannot be mistaken for the id of something else. New ones are version 7 GUIDs, so they sort by age.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
