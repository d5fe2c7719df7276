using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>A training record in words.</summary>
internal static class RecordWords
{
    public static string State(RecordRow row) =>
        row.State switch
        {
            CompletionState.Expired or CompletionState.Superseded or CompletionState.Failed when row.IsRenewed => row.State == CompletionState.Failed ? "Not passed, passed since" : "Renewed since",
            CompletionState.Reported => "Waits for the lead",
            CompletionState.Declined => "Declined",
            CompletionState.Failed => "Not passed",
            CompletionState.Valid => row.ValidUntil is { } until ? $"Valid until {Say.Day(until)}" : "Valid",
            CompletionState.Expiring => row.ValidUntil is { } until ? $"Runs out {Say.Day(until)}" : "Runs out soon",
            CompletionState.Expired => row.ValidUntil is { } until ? $"Expired {Say.Day(until)}" : "Expired",
            CompletionState.Superseded => "A newer version is required",
            _ => "Struck",
        };

    public static string Shape(RecordRow row) =>
        row.State switch
        {
            CompletionState.Expired or CompletionState.Superseded or CompletionState.Failed when row.IsRenewed => "done",
            CompletionState.Valid => "holds",
            CompletionState.Expiring or CompletionState.Reported => "watch",
            CompletionState.Voided => "struck",
            _ => "fails",
        };

    public static string Result(RecordRow row)
    {
        var result = row.Result switch
        {
            CompletionResult.Passed => "Passed",
            CompletionResult.Failed => "Not passed",
            CompletionResult.Waived => "Waived",
            _ => "Attended",
        };
        return row.Score is { } score ? $"{result}, {Say.Percent((double)score)}" : result;
    }

    public static string Source(RecordRow row) =>
        row.Source switch
        {
            "session" => row.Instructor.Length > 0 ? $"Session, {row.Instructor}" : "Session",
            "self" => "Own report",
            "xapi" => "Training system",
            "demo" => "Training system",
            "import" => "Import",
            "correction" => "Correction",
            _ => row.Source,
        };
}
