using GovernancePortal.Domain.Scenarios;
using Policy = GovernancePortal.Domain.Scenarios.Policy;

namespace GovernancePortal.Web.Features.Scenarios.Compared;

/// <summary>What the policies of a comparison are called and which colour they have, in their order.</summary>
public sealed class PolicyTitles
{
    // Doing nothing, cutting and moving keep their colours on every page; the other three are for mixes.
    private static readonly string[] Mixed = ["s4", "s5", "s6"];

    public PolicyTitles(IReadOnlyList<Policy> policies, double displaced)
    {
        var titles = policies.Select(p => PolicyWords.Title(p, displaced)).ToList();
        // Two policies can do the same with different new roles or delays; their names then tell them apart.
        Titles = [.. titles.Select((t, i) => titles.Count(o => o == t) > 1 ? $"{policies[i].Name}: {char.ToLowerInvariant(t[0])}{t[1..]}" : t)];
        var mixes = 0;
        Css = [.. policies.Select(p => CssOf(p, ref mixes))];
    }

    public IReadOnlyList<string> Titles { get; }

    /// <summary>Classes of series.</summary>
    public IReadOnlyList<string> Css { get; }

    private static string CssOf(Policy policy, ref int mixes) =>
        PolicyWords.IsNothing(policy) ? "s1"
        : PolicyWords.IsCutOnly(policy) && policy.ExternalVetters <= 0 ? "s2"
        : PolicyWords.IsMoveOnly(policy) ? "s3"
        : Mixed[mixes++ % Mixed.Length];
}
