namespace GovernancePortal.Domain.Common;

/// <summary>Refusals that any feature may meet.</summary>
public static class CommonErrors
{
    public static Error ChangedMeanwhile { get; } =
        new("conflict.version", "Somebody else changed this while you were editing. Nothing of yours is lost; compare both versions.", ErrorKind.Conflict);

    public static Error AlreadyThere { get; } = new("conflict.exists", "This already exists. Nothing was written.", ErrorKind.Conflict);

    public static Error NotFound { get; } = new("not-found", "This is not here, or not in the part of the organisation your role covers.", ErrorKind.NotFound);
}
