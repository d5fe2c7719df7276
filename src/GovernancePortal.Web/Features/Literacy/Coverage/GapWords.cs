using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>Why somebody lacks training, in the words of lists.</summary>
internal static class GapWords
{
    public static string Text(Gap gap) =>
        gap.Cause switch
        {
            GapCause.Expired => $"Expired {Day(gap)}",
            GapCause.OlderVersion => gap.Version.Length == 0 ? "Older version only" : $"Version {gap.Version} only",
            GapCause.BeforeRefresh => $"Taken {Day(gap)}, to be taken again",
            GapCause.Failed => $"Failed on {Day(gap)}",
            GapCause.Unconfirmed => $"Reported {Day(gap)}, not confirmed",
            _ => "Never taken",
        };

    /// <summary>Shape of the status mark: nothing known is no data, not a failure.</summary>
    public static string Shape(Gap gap) => gap.Cause switch { GapCause.NeverTaken => "nodata", GapCause.Unconfirmed => "watch", _ => "fails" };

    private static string Day(Gap gap) => gap.On is { } day ? Say.Day(day) : "";
}
