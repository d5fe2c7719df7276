using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Changes.SetPolicy;

public static class PolicyWords
{
    /// <summary>As in "one senior or principal, for authors up to mid".</summary>
    public static string Of(SignOffTerms terms)
    {
        if (terms.Approvals == 0) return "none";
        var many = terms.Approvals == 1 ? "" : "s";
        var who = terms.ApproverFrom switch { Level.Principal => $"principal{many}", Level.Senior => $"senior{many} or principal{many}", _ => $"mid{many}, senior{many} or principal{many}" };
        var authors = terms.AuthorsUpTo == Level.Principal ? "whoever wrote it" : $"for authors up to {Say.Level(terms.AuthorsUpTo)} and agents";
        return $"{Say.Number(terms.Approvals)} {who}, {authors}";
    }
}
