using System.Globalization;
using GovernancePortal.Domain.Incidents;

namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <summary>Facts and causes as the ledger keeps them: whole, so that the entry alone shows what was struck.</summary>
internal static class IncidentPayload
{
    public static object Of(IncidentFacts facts) => new
    {
        title = facts.Title,
        severity = facts.Severity,
        unitId = facts.UnitId.Value,
        startedAt = facts.StartedAt,
        detectedAt = facts.DetectedAt,
        endedAt = facts.EndedAt,
        systems = facts.Systems,
        customersAffected = facts.CustomersAffected,
        loss = facts.Loss?.ToString(CultureInfo.InvariantCulture),
        lossNote = facts.LossNote,
    };

    public static object? Of(Cause? cause) => cause is null ? null : new
    {
        involvement = cause.Involvement.ToString(),
        butFor = cause.ButFor.ToString(),
        butForWords = cause.ButForWords,
        factors = cause.Factors.Each().Select(f => f.ToString()),
        words = cause.Words,
    };
}
