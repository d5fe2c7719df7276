using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Domain.Tests.Changes;

/// <summary>Changes and people for tests of the gate.</summary>
internal static class Desk
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static readonly PersonId Author = PersonId.New();

    public static readonly UnitId Unit = UnitId.New();

    public static ChangeReport Report(string commit = "a1", double minutes = 0, ChangeState state = ChangeState.Open, AiInvolvement involvement = AiInvolvement.Declared) =>
        new("Larkfield/Checkout-API", 7, commit, Now.AddMinutes(minutes)) { Author = "ada", Involvement = involvement, Systems = ["checkout-api"], State = state };

    public static ProposedChange Change(
        Level author = Level.Junior, RiskTier tier = RiskTier.Limited, AiInvolvement involvement = AiInvolvement.Declared, bool authorKnown = true, bool systemKnown = true, ChangeState state = ChangeState.Open)
    {
        var change = new ProposedChange(ChangeId.New(), Report(involvement: involvement, state: state), Now);
        change.Place(new ChangePlace(authorKnown ? Author : null, authorKnown ? author : Level.Unknown, null, null, Unit, tier, ["checkout-api"], systemKnown ? [] : ["checkout-api"]));
        return change;
    }

    public static Approver Reviewer(Level level = Level.Senior, PersonId? id = null, int signed = 0, bool asked = true, bool trained = true, bool here = true, string? missing = null) =>
        new(id ?? PersonId.New(), level, here, asked, trained, missing, signed);
}
