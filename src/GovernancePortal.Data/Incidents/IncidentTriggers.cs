using GovernancePortal.Data.Conventions;

namespace GovernancePortal.Data.Incidents;

/// <summary>Makes the database itself keep what was written about an incident: nothing is deleted, and words are not written over.</summary>
internal static class IncidentTriggers
{
    /// <summary>The columns of each table that are written once.</summary>
    private static readonly (string Table, string[] Columns)[] Kept =
    [
        ("Incidents", ["Id", "Number", "Serial", "ReportedBy", "ReportedAt"]),
        ("IncidentAttributions", ["IncidentId", "Number", "Involvement", "ButFor", "ButForWords", "Factors", "Words", "Reason", "NeedsAgreement", "ProposedBy", "ProposedAt"]),
        ("IncidentActions", ["Id", "IncidentId", "Title", "Owner", "DueOn", "PlacedAt"]),
        ("IncidentEvents", ["Id", "IncidentId", "At", "Words", "AddedBy", "AddedAt"]),
        ("IncidentLinks", ["Id", "IncidentId", "Kind", "Reference", "Note", "AddedBy", "AddedAt"]),
        ("IncidentCorrections", ["Id", "IncidentId", "Title", "Severity", "UnitId", "StartedAt", "DetectedAt", "EndedAt", "Systems", "CustomersAffected", "Loss", "LossNote", "Reason", "By", "At"]),
    ];

    public static IEnumerable<string> Statements(bool sqlite) => Kept.SelectMany(k => KeptTriggers.Statements(k.Table, k.Columns, sqlite));
}
