namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <content>What the log is told.</content>
internal sealed partial class EvaluationRun
{
    [LoggerMessage(2101, LogLevel.Information, "{Steps} target evaluations up to {Due}")]
    private partial void Evaluated(int steps, DateOnly due);

    [LoggerMessage(2102, LogLevel.Warning, "Target {TargetId} was changed during its evaluation")]
    private partial void Raced(Guid targetId);

    [LoggerMessage(2106, LogLevel.Warning, "{Targets} targets could not take their step together; each takes it by itself")]
    private partial void Parted(Exception exception, int targets);

    [LoggerMessage(2104, LogLevel.Error, "Target {TargetId} could not be evaluated; the run goes on")]
    private partial void Failed(Exception exception, Guid targetId);

    [LoggerMessage(2105, LogLevel.Error, "Target {TargetId} refused its step of {Date}: {Code}")]
    private partial void Refused(Guid targetId, DateOnly date, string code);
}
