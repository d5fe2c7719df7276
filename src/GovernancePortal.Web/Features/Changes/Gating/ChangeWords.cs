using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Web.Features.Changes.Gating;

/// <summary>How pages speak of changes.</summary>
public static class ChangeWords
{
    public static string Code(GateVerdict verdict) => verdict.ToString().ToLowerInvariant();

    public static string Verdict(GateVerdict verdict) =>
        verdict switch
        {
            GateVerdict.Allow => "Let through",
            GateVerdict.Deny => "Refused",
            _ => "Waits",
        };

    public static string Mark(GateVerdict verdict) =>
        verdict switch
        {
            GateVerdict.Allow => "holds",
            GateVerdict.Deny => "fails",
            _ => "wait",
        };

    public static string Tier(RiskTier tier) =>
        tier switch
        {
            RiskTier.High => "High",
            RiskTier.Limited => "Limited",
            _ => "Minimal",
        };

    public static string Involvement(AiInvolvement involvement) =>
        involvement switch
        {
            AiInvolvement.Detected => "Found by a tool",
            AiInvolvement.Declared => "Declared",
            AiInvolvement.None => "Stated: none",
            _ => "Not declared",
        };

    public static string Source(InvolvementSource source) =>
        source switch
        {
            InvolvementSource.Trailer => "a trailer of the commit",
            InvolvementSource.Label => "a label",
            InvolvementSource.Form => "a form",
            InvolvementSource.Tool => "a tool",
            _ => "nobody",
        };

    public static string State(ChangeState state) => state.ToString();

    public static string Finding(FindingType finding) =>
        finding switch
        {
            FindingType.HallucinatedApi => "Hallucinated API",
            FindingType.StaleSource => "Stale source",
            FindingType.MissingTest => "Missing test",
            FindingType.InsecureCode => "Insecure code",
            FindingType.WrongLogic => "Wrong logic",
            FindingType.Licence => "Licence",
            FindingType.ExcessPermission => "Excess permission",
            FindingType.LeakedSecret => "Leaked secret",
            FindingType.Other => "Something else",
            _ => "Nothing",
        };

    public static string Decision(SignOff decision) =>
        decision switch
        {
            { Kind: SignOffKind.Approval } => "Signed off",
            { Kind: SignOffKind.Rejection } => $"Rejected: {Finding(decision.Finding).ToLowerInvariant()}",
            { Kind: SignOffKind.EmergencyPass } => "Let through in an emergency",
            { Finding: FindingType.None } => "Reviewed afterwards: in order",
            _ => $"Reviewed afterwards: {Finding(decision.Finding).ToLowerInvariant()}",
        };

    public static string Criticality(Criticality criticality) => criticality.ToString();

    /// <summary>The first characters, as code hosts show a commit.</summary>
    public static string Head(string commit) => commit.Length <= 10 ? commit : commit[..10];

    /// <summary>As in 3 h 20 or 2 days.</summary>
    public static string Span(TimeSpan span)
    {
        var minutes = (long)Math.Abs(span.TotalMinutes);
        if (minutes < 60) return $"{minutes} min";
        if (minutes < 48 * 60) return $"{minutes / 60} h {minutes % 60:00}";
        return $"{minutes / (24 * 60)} days";
    }
}
