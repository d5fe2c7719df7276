using CsCheck;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Domain.Tests.Changes;

public sealed class GateProperties
{
    private static readonly Gen<SignOffTerms> AnyTerms = Gen.Select(
        Gen.Int[0, 3], Gen.Enum<Level>(), Gen.Enum<Level>(), Gen.Bool, Gen.Int[1, 30], (approvals, upTo, from, literacy, most) => new SignOffTerms(approvals, upTo, from, literacy, most, 24));

    private static readonly Gen<Case> Any = Gen.Select(
        Gen.Enum<Level>(), Gen.Enum<RiskTier>(), Gen.Enum<AiInvolvement>(), Gen.Bool, Gen.Bool, Gen.Enum<ChangeState>(), AnyTerms,
        (author, tier, involvement, authorKnown, systemKnown, state, terms) => new Case(author, tier, involvement, authorKnown, systemKnown, state, terms));

    private static readonly Gen<(Case Case, (Level Level, int Person, int Act, int Signed, bool Trained)[] Acts)> AnyDay =
        Gen.Select(Any, Gen.Select(Gen.Enum<Level>(), Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 40], Gen.Bool).Array[0, 8]);

    [Fact]
    public void Nothing_unknown_is_ever_let_through() => AnyDay.Sample(x =>
    {
        var (change, given) = Play(x);
        return (x.Case.AuthorKnown && x.Case.SystemKnown) || !Gate.Decide(change, x.Case.Terms, given).IsAllowed;
    });

    [Fact]
    public void An_allowed_change_that_needs_sign_off_has_enough_of_it_or_an_emergency_pass() => AnyDay.Sample(x =>
    {
        var (change, given) = Play(x);
        var decision = Gate.Decide(change, x.Case.Terms, given);
        if (!decision.IsAllowed || decision.Needed == 0) return true;
        var by = given.Where(s => s.Kind == SignOffKind.Approval && s.ByLevel >= x.Case.Terms.ApproverFrom && s.By != Desk.Author).Select(s => s.By).Distinct().Count();
        return by >= decision.Needed || given.Any(s => s.Kind == SignOffKind.EmergencyPass);
    });

    [Fact]
    public void A_standing_rejection_is_never_let_through() => AnyDay.Sample(x =>
    {
        var (change, given) = Play(x);
        var rejected = given.GroupBy(s => s.By).Any(g => g.LastOrDefault(s => s.Kind is SignOffKind.Approval or SignOffKind.Rejection)?.Kind == SignOffKind.Rejection);
        return !rejected || Gate.Decide(change, x.Case.Terms, given).Verdict == GateVerdict.Deny;
    });

    [Fact]
    public void Every_answer_has_a_reason_and_nobody_signs_what_is_their_own() => AnyDay.Sample(x =>
    {
        var (change, given) = Play(x);
        return Gate.Decide(change, x.Case.Terms, given).Reasons.Count > 0 && given.All(s => s.By != Desk.Author);
    });

    [Fact]
    public void A_push_voids_what_was_signed() => AnyDay.Sample(x =>
    {
        var (change, given) = Play(x);
        var next = new ProposedChange(ChangeId.New(), Desk.Report("b2", minutes: 5, involvement: x.Case.Involvement), Desk.Now);
        ProposedChange.SettleCurrent([change, next]);

        return Gate.Decide(change, x.Case.Terms, given).Verdict == GateVerdict.Deny && !Gate.Decide(next, x.Case.Terms, []).Reasons.Any(r => r.Code == "gate.signed")
            && Approve(change, x.Case.Terms, given).Error == ChangeErrors.Superseded;
    });

    [Fact]
    public void Reports_may_come_in_any_order_and_as_often_as_they_like()
    {
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 6], Gen.Enum<ChangeState>(), Gen.Enum<AiInvolvement>(), Gen.Int[0, 2])
            .Select((commit, minute, state, involvement, title) => Desk.Report($"c{commit}", minute, state, involvement) with { Title = $"Title {title}", ReleasedAt = state == ChangeState.Merged ? Desk.Now.AddMinutes(minute) : null })
            .Array[1, 12]
            .SelectMany(reports => Gen.Shuffle(reports.Concat(reports).ToArray()).Select(shuffled => (reports, shuffled)))
            .Sample(x => Tell(x.reports).SequenceEqual(Tell(x.shuffled), StringComparer.Ordinal));
    }

    private static Result<SignOff> Approve(ProposedChange change, SignOffTerms terms, IReadOnlyList<SignOff> given) =>
        change.Approve(Desk.Reviewer(Level.Principal), terms, given, "", Desk.Now);

    private static IEnumerable<string> Tell(IEnumerable<ChangeReport> reports)
    {
        var rows = new Dictionary<string, ProposedChange>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            if (rows.TryGetValue(report.Commit, out var row)) row.Hear(report);
            else rows[report.Commit] = new ProposedChange(ChangeId.New(), report, Desk.Now);
            ProposedChange.SettleCurrent(rows.Values);
        }

        return rows.Values.OrderBy(r => r.Commit, StringComparer.Ordinal).Select(r => $"{r.Commit} {r.State} {r.SeenAt:O} {r.IsCurrent} {r.EffectiveInvolvement} {r.Title} {r.ReleasedAt:O} {r.Queue}");
    }

    private static (ProposedChange Change, IReadOnlyList<SignOff> Given) Play((Case Case, (Level Level, int Person, int Act, int Signed, bool Trained)[] Acts) x)
    {
        var c = x.Case;
        var change = Desk.Change(c.Author, c.Tier, c.Involvement, c.AuthorKnown, c.SystemKnown, c.State);
        // The last of them is the author.
        PersonId[] people = [.. Enumerable.Range(0, 4).Select(_ => PersonId.New()), Desk.Author];
        var given = new List<SignOff>();
        foreach (var (index, act) in x.Acts.Index())
        {
            var (by, at) = (people[act.Person], Desk.Now.AddMinutes(index));
            var made = act.Act switch
            {
                0 => change.Approve(Desk.Reviewer(act.Level, by, act.Signed, trained: act.Trained), c.Terms, given, "", at),
                1 => change.Reject(by, act.Level, FindingType.WrongLogic, "", "wrong", at),
                2 => change.PassInEmergency(by, act.Level, c.Terms, given, "down", at),
                _ => change.ReviewAfter(by, act.Level, given, FindingType.None, "", "fine", at),
            };
            if (made.IsSuccess) given.Add(made.Value);
        }

        return (change, given);
    }

    private sealed record Case(Level Author, RiskTier Tier, AiInvolvement Involvement, bool AuthorKnown, bool SystemKnown, ChangeState State, SignOffTerms Terms);
}
