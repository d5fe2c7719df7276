using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Domain.Changes;

/// <summary>What a change of one risk tier needs before it may go on.</summary>
/// <param name="Approvals">How many different people sign it off.</param>
/// <param name="AuthorsUpTo">Changes of authors up to this level need it; <see cref="Level.Principal"/> means everybody's do.</param>
/// <param name="ApproverFrom">The lowest level that may sign off.</param>
/// <param name="NeedsLiteracy">Whether the approver has to hold all training that is asked of them, and that of the systems.</param>
/// <param name="MostPerWeek">Sign-offs that one person may give in seven days; beyond that nobody reads with care.</param>
/// <param name="PromiseHours">Hours within which a reviewer has looked, as promised to authors.</param>
public sealed record SignOffTerms(int Approvals, Level AuthorsUpTo, Level ApproverFrom, bool NeedsLiteracy, int MostPerWeek, int PromiseHours)
{
    public const int MostApprovals = 5;
    public const int MostHours = 24 * 14;

    /// <summary>The most that <see cref="MostPerWeek"/> may be set to.</summary>
    public const int WeekLimit = 200;

    /// <summary>
    /// What holds where nobody set anything: a senior or principal signs what juniors, mids and agents wrote, and two of them whatever is high-risk, whoever wrote it.
    /// An hour of vetting for each change and half of a working week leave twenty sign-offs.
    /// </summary>
    public static SignOffTerms Default(RiskTier tier) =>
        tier switch
        {
            RiskTier.High => new(2, Level.Principal, Level.Senior, NeedsLiteracy: true, 20, 8),
            RiskTier.Limited => new(1, Level.Mid, Level.Senior, NeedsLiteracy: true, 20, 24),
            _ => new(1, Level.Mid, Level.Senior, NeedsLiteracy: true, 20, 48),
        };

    /// <summary>Whether a change needs sign-off. An agent has no seniority, and a level that is not known is not a high one.</summary>
    public bool Ask(Level author, bool isAgent) => Approvals > 0 && (isAgent || author == Level.Unknown || author <= AuthorsUpTo);
}

/// <summary>What a governance officer set for a unit, with everything below it that has no rule of its own, and a risk tier.</summary>
public sealed class SignOffPolicy
{
    private SignOffPolicy() { }

    public SignOffPolicy(UnitId unitId, RiskTier tier, SignOffTerms terms, DateTimeOffset now)
    {
        (UnitId, Tier) = (unitId, tier);
        Set(terms, now);
    }

    public long Id { get; private set; }

    public UnitId UnitId { get; private set; }

    public RiskTier Tier { get; private set; }

    public int Approvals { get; private set; }

    public Level AuthorsUpTo { get; private set; }

    public Level ApproverFrom { get; private set; }

    public bool NeedsLiteracy { get; private set; }

    public int MostPerWeek { get; private set; }

    public int PromiseHours { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    public int Version { get; private set; }

    public SignOffTerms Terms => new(Approvals, AuthorsUpTo, ApproverFrom, NeedsLiteracy, MostPerWeek, PromiseHours);

    public void Set(SignOffTerms terms, DateTimeOffset now)
    {
        (Approvals, AuthorsUpTo, ApproverFrom) = (terms.Approvals, terms.AuthorsUpTo, terms.ApproverFrom);
        (NeedsLiteracy, MostPerWeek, PromiseHours, SetAt) = (terms.NeedsLiteracy, terms.MostPerWeek, terms.PromiseHours, now);
    }
}
