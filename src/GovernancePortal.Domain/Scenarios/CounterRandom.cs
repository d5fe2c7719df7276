namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// Random numbers by position, not in turn: SplitMix64 at (stream, index). Every policy sees the same numbers, draws can be worked out in any order and on any
/// thread, and another policy changes nothing for the others.
/// </summary>
internal static class CounterRandom
{
    private const double Scale = 1.0 / 9007199254740992.0;

    /// <summary>Above 0 and below 1.</summary>
    public static double Next(ulong seed, ulong stream, ulong index)
    {
        unchecked
        {
            var z = seed + (0x9E3779B97F4A7C15 * ((stream << 32) + index + 1));
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            return ((z >> 11) + 0.5) * Scale;
        }
    }
}
