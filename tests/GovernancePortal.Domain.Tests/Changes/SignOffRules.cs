using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Domain.Tests.Changes;

public sealed class SignOffRules
{
    private static readonly SignOffTerms Terms = SignOffTerms.Default(RiskTier.Limited);

    [Theory]
    [InlineData(Level.Junior, RiskTier.Minimal, 1)]
    [InlineData(Level.Mid, RiskTier.Limited, 1)]
    [InlineData(Level.Senior, RiskTier.Limited, 0)]
    [InlineData(Level.Unknown, RiskTier.Limited, 1)]
    [InlineData(Level.Principal, RiskTier.High, 2)]
    public void Without_a_policy_juniors_and_mids_need_one_and_high_risk_needs_two(Level author, RiskTier tier, int needed)
    {
        var change = Desk.Change(author, tier);

        Gate.Decide(change, SignOffTerms.Default(tier), []).Needed.ShouldBe(needed);
    }

    [Fact]
    public void The_approver_is_fit_or_is_told_why_not()
    {
        Refusal(Desk.Reviewer(Level.Mid)).ShouldBe("change.approver.level");
        Refusal(Desk.Reviewer(asked: false)).ShouldBe("change.approver.literacy.none");
        Refusal(Desk.Reviewer(trained: false)).ShouldBe("change.approver.literacy");
        Refusal(Desk.Reviewer(missing: "Payments and AI")).ShouldBe("change.approver.system");
        Refusal(Desk.Reviewer(signed: 20)).ShouldBe("change.approver.load");
        Refusal(Desk.Reviewer(here: false)).ShouldBe("change.approver.left");
        Refusal(Desk.Reviewer(id: Desk.Author)).ShouldBe("change.own");
        Refusal(Desk.Reviewer()).ShouldBeNull();

        static string? Refusal(Approver approver) => Desk.Change().Approve(approver, Terms, [], "", Desk.Now).Error?.Code;
    }

    [Fact]
    public void Neither_the_operator_nor_the_owner_of_an_agent_signs_off_what_it_wrote()
    {
        var (runs, owns) = (PersonId.New(), PersonId.New());
        var change = new ProposedChange(ChangeId.New(), Desk.Report(involvement: AiInvolvement.None) with { Agent = "Release agent" }, Desk.Now);
        change.Place(new ChangePlace(runs, Level.Principal, AiToolId.New(), owns, Desk.Unit, RiskTier.Limited, ["checkout-api"], []));

        change.IsAiAssisted.ShouldBeTrue();
        Gate.Decide(change, Terms, []).Needed.ShouldBe(1);
        foreach (var person in new[] { runs, owns })
            change.Approve(Desk.Reviewer(id: person), Terms, [], "", Desk.Now).Error.ShouldBe(ChangeErrors.OperatorsChange);
        change.Approve(Desk.Reviewer(), Terms, [], "", Desk.Now).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void An_agent_changes_no_system_that_the_register_does_not_give_it()
    {
        var change = new ProposedChange(ChangeId.New(), Desk.Report(involvement: AiInvolvement.Declared) with { Agent = "Release agent" }, Desk.Now);
        change.Place(new ChangePlace(null, Level.Unknown, AiToolId.New(), null, Desk.Unit, RiskTier.Limited, ["checkout-api", "ledger"], []) { BeyondAgent = ["ledger"] });

        var decision = Gate.Decide(change, Terms, []);
        (decision.Verdict, decision.Reasons.Single()).ShouldBe((GateVerdict.Pending, new GateReason("gate.agent.system", "The register does not say that Release agent may change ledger.")));
        change.Approve(Desk.Reviewer(), Terms, [], "", Desk.Now).Error.ShouldBe(ChangeErrors.BeyondAgent);
        change.PassInEmergency(PersonId.New(), Level.Principal, Terms, [], "Now", Desk.Now).Error.ShouldBe(ChangeErrors.BeyondAgent);
        AiTool.MayChange("checkout-api, Ledger", "ledger").ShouldBeTrue();
        AiTool.MayChange("", "ledger").ShouldBeFalse();
    }

    [Fact]
    public void One_person_is_not_two()
    {
        var (change, terms, reviewer) = (Desk.Change(tier: RiskTier.High), SignOffTerms.Default(RiskTier.High), Desk.Reviewer());
        var first = change.Approve(reviewer, terms, [], "", Desk.Now).Value;

        change.Approve(reviewer, terms, [first], "", Desk.Now).Error.ShouldBe(ChangeErrors.AlreadyApproved);
        Gate.Decide(change, terms, [first]).ShouldSatisfyAllConditions(d => d.Verdict.ShouldBe(GateVerdict.Pending), d => d.Approvals.ShouldBe(1), d => d.Reasons.Single().Code.ShouldBe("gate.waiting"));
        var second = change.Approve(Desk.Reviewer(), terms, [first], "", Desk.Now).Value;
        Gate.Decide(change, terms, [first, second]).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void An_emergency_pass_is_reviewed_afterwards_by_somebody_else()
    {
        var (change, passer) = (Desk.Change(), PersonId.New());
        var pass = change.PassInEmergency(passer, Level.Senior, Terms, [], "Checkout is down.", Desk.Now).Value;
        change.Judge(Terms, [pass]).IsAllowed.ShouldBeTrue();
        change.PassedAt.ShouldBe(Desk.Now);
        change.SignedBySeniorAt.ShouldBeNull();

        change.ReviewAfter(passer, Level.Senior, [pass], FindingType.None, "", "Fine", Desk.Now).Error.ShouldBe(ChangeErrors.OwnPass);
        change.ReviewAfter(Desk.Author, Level.Senior, [pass], FindingType.None, "", "Fine", Desk.Now).Error.ShouldBe(ChangeErrors.OwnPass);
        var review = change.ReviewAfter(PersonId.New(), Level.Senior, [pass], FindingType.MissingTest, "", "No test", Desk.Now).Value;
        review.System.ShouldBe("checkout-api");
        change.Judge(Terms, [pass, review]);
        change.PassedAt.ShouldBeNull();
        change.ReviewAfter(PersonId.New(), Level.Senior, [pass, review], FindingType.None, "", "", Desk.Now).Error.ShouldBe(ChangeErrors.NoPass);
    }

    [Fact]
    public void What_nobody_declared_counts_as_assisted_and_no_is_a_statement()
    {
        Gate.Decide(Desk.Change(involvement: AiInvolvement.NotDeclared), Terms, []).Reasons.Select(r => r.Code).ShouldBe(["gate.not-declared", "gate.waiting"]);
        var change = Desk.Change(involvement: AiInvolvement.None);
        Gate.Decide(change, Terms, []).Reasons.Single().Code.ShouldBe("gate.no-ai");

        change.HearCommit(AiInvolvement.Detected, "Co-authored-by: somebody").ShouldBeTrue();
        Gate.Decide(change, Terms, []).Verdict.ShouldBe(GateVerdict.Pending);
    }

    [Fact]
    public void The_author_who_is_found_out_later_has_not_signed_their_own()
    {
        var (change, reviewer) = (Desk.Change(), Desk.Reviewer());
        var approval = change.Approve(reviewer, Terms, [], "", Desk.Now).Value;
        change.Place(new ChangePlace(reviewer.Id, Level.Junior, null, null, Desk.Unit, RiskTier.Limited, ["checkout-api"], []));

        change.Judge(Terms, [approval]).Verdict.ShouldBe(GateVerdict.Pending);
        change.SignedBySeniorAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("AI-assisted: yes", AiInvolvement.Declared)]
    [InlineData("ai-assisted: No", AiInvolvement.None)]
    [InlineData("Assisted-by: a language model", AiInvolvement.Declared)]
    [InlineData("Co-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>", AiInvolvement.Detected)]
    [InlineData("Co-Authored-By: Claude <noreply@anthropic.com>", AiInvolvement.Detected)]
    [InlineData("Co-authored-by: Ada <ada@larkfield.example>", AiInvolvement.NotDeclared)]
    [InlineData("Fix: the copilot seat of the aeroplane", AiInvolvement.NotDeclared)]
    [InlineData("AI-assisted: no\n\nAssisted-by: something", AiInvolvement.Declared)]
    public void Trailers_say_whether_ai_took_part(string message, AiInvolvement expected) => AiTrailers.Read("Subject\n\nBody\n" + message).Involvement.ShouldBe(expected);

    [Theory]
    [InlineData("**/payments/**", "src/payments/Charge.cs", true)]
    [InlineData("src/*/Charge.cs", "src/payments/Charge.cs", true)]
    [InlineData("src/*.cs", "src/payments/Charge.cs", false)]
    [InlineData("infra/**", "infra/main.bicep", true)]
    [InlineData("*.sql", "db/up.sql", false)]
    [InlineData("**/*.SQL", "db/up.sql", true)]
    public void Patterns_of_paths(string pattern, string path, bool expected) => PathGlob.Matches(pattern, path).ShouldBe(expected);

    [Fact]
    public void A_bad_pattern_takes_no_time()
    {
        var path = string.Join('/', Enumerable.Repeat(new string('a', 40), 60));

        PathGlob.Matches(string.Join('/', Enumerable.Repeat("**/*a*a*a*a*a*b", 20)), path).ShouldBeFalse();
    }

    [Fact]
    public void The_highest_rule_that_speaks_of_a_change_decides_its_tier()
    {
        TouchedSystem[] systems = [new("checkout-api", Criticality.Medium), new("docs", Criticality.Low)];
        RiskRule[] rules = [new("docs", "", null, RiskTier.Minimal), new("", "**/payments/**", null, RiskTier.High), new("checkout-api", "", Criticality.High, RiskTier.High)];

        RiskRule.TierOf([], systems, [], hasUnknown: false).ShouldBe(RiskTier.Limited);
        RiskRule.TierOf(rules, systems, ["src/cart/A.cs"], hasUnknown: false).ShouldBe(RiskTier.Minimal);
        RiskRule.TierOf(rules, systems, ["src/payments/A.cs"], hasUnknown: false).ShouldBe(RiskTier.High);
        RiskRule.TierOf(rules, systems, [], hasUnknown: true).ShouldBe(RiskTier.High);
        RiskRule.TierOf(rules, [], [], hasUnknown: false).ShouldBe(RiskTier.High);
    }
}
