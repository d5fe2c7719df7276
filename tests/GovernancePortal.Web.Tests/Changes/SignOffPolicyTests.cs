using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Changes.DecideChange;
using GovernancePortal.Web.Features.Changes.GetReviewLoad;
using GovernancePortal.Web.Features.Changes.ListChanges;
using GovernancePortal.Web.Features.Changes.ListFindings;
using GovernancePortal.Web.Features.Changes.SetPolicy;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Tables;
using Microsoft.EntityFrameworkCore;
using static GovernancePortal.Web.Tests.Changes.ChangeOffice;

namespace GovernancePortal.Web.Tests.Changes;

public sealed class SignOffPolicyTests : IAsyncLifetime
{
    private static readonly SignOffTerms Strict = new(3, Level.Principal, Level.Principal, NeedsLiteracy: true, 10, 4);

    private ChangeOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await ChangeOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_rule_of_the_nearest_unit_upward_holds()
    {
        var change = await _office.SendAsync(Change());
        await SetAsync(_office.Portal.Root, Strict);
        await SetAsync(_office.Portal.Payments, Strict with { Approvals = 4 });
        (await _office.GateAsync(change))["needed"]!.GetValue<int>().ShouldBe(3);

        await SetAsync(_office.Portal.Checkout, Strict with { Approvals = 2 });
        (await _office.GateAsync(change))["needed"]!.GetValue<int>().ShouldBe(2);

        (await _office.Portal.SendAs(Role.GovernanceOfficer, new DropSignOffTermsCommand(_office.Portal.Checkout.Id, RiskTier.Limited))).IsSuccess.ShouldBeTrue();
        (await _office.GateAsync(change))["needed"]!.GetValue<int>().ShouldBe(3);
        (await _office.EntriesAsync("sign-off.policy-set")).ShouldBe(3);
        (await _office.EntriesAsync("sign-off.policy-dropped")).ShouldBe(1);
    }

    [Fact]
    public async Task The_rule_of_the_unit_that_becomes_known_holds_at_once()
    {
        var change = await _office.SendAsync(Change(author: "stranger", system: "nobodys"));
        await _office.Portal.InDb(db =>
        {
            db.PersonLogins.Add(new Domain.Usage.PersonLogin(Domain.Usage.UsageTools.GitHub, "stranger", _office.Author.Id));
            db.CodeSystems.Add(new CodeSystem("nobodys", _office.Portal.Checkout.Id, Criticality.Medium, null));
            return db.SaveChangesAsync();
        });
        await SetAsync(_office.Portal.Checkout, Strict);

        (await _office.GateAsync(change))["needed"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task A_signed_change_waits_again_when_the_policy_asks_for_more()
    {
        var change = await _office.SendAsync(Change());
        var row = await _office.LoadAsync(change);
        await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version));

        await SetAsync(_office.Portal.Root, Strict);

        Verdict(await _office.GateAsync(change)).ShouldBe("pending");
    }

    [Fact]
    public async Task Only_governance_officers_set_policy_and_only_for_their_units()
    {
        var set = new SetSignOffTermsCommand(_office.Portal.Checkout.Id, RiskTier.Limited, Strict);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.GovernanceOfficer)) (await _office.Portal.SendAs(role, set)).Error.ShouldBe(AccessErrors.NoRole);
        (await _office.Portal.SendAs(Role.GovernanceOfficer, set, _office.Portal.Logistics)).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new DropSignOffTermsCommand(_office.Portal.Checkout.Id, RiskTier.Limited), _office.Portal.Logistics)).Error.ShouldBe(AccessErrors.OutOfScope);
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new AddRiskRuleCommand("", "**/infra/**", null, RiskTier.High), _office.Portal.Checkout)).Error.ShouldBe(AccessErrors.PartOfOrganisation);
        (await _office.Portal.SendAs(Role.GovernanceOfficer, set with { Tier = RiskTier.High, Terms = Strict with { Approvals = 0, PromiseHours = 0 } })).Error!.Fields.Select(f => f.Field).ShouldBe(["PromiseHours", "Approvals"], ignoreOrder: true);
        (await _office.Portal.SendAs(Role.Reviewer, new FindPolicyUnitsQuery("check"))).Error.ShouldBe(AccessErrors.NoRole);
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new FindPolicyUnitsQuery("check"), _office.Portal.Payments)).Value.Single().Path.ShouldEndWith("Payments");
    }

    [Fact]
    public async Task Systems_and_risk_rules_decide_the_tier_of_what_comes_next()
    {
        var register = new RegisterSystemCommand("Ledger-Service", _office.Portal.Checkout.Id, Criticality.Low, "AI-1", ["Larkfield/Ledger "]);
        (await _office.Portal.SendAs(Role.GovernanceOfficer, register with { Course = "no such" })).Error!.Fields.Single().Field.ShouldBe("Course");
        (await _office.Portal.SendAs(Role.GovernanceOfficer, register)).IsSuccess.ShouldBeTrue();
        (await _office.Portal.SendAs(Role.GovernanceOfficer, register with { UnitId = _office.Portal.Logistics.Id }, _office.Portal.Logistics)).Error!.Fields.Single().Field.ShouldBe("Name");
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new AddRiskRuleCommand("", "", null, RiskTier.High))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new AddRiskRuleCommand("ledger-service", "**/migrations/**", null, RiskTier.High))).IsSuccess.ShouldBeTrue();

        (await _office.SendAsync(Change("aaaaaaa1", 1, system: "ledger-service")))["risk"]!.GetValue<string>().ShouldBe("minimal");
        var risky = Change("aaaaaaa2", 2, system: "LEDGER-SERVICE");
        risky["paths"] = new System.Text.Json.Nodes.JsonArray("src/migrations/0007.sql");
        (await _office.SendAsync(risky))["risk"]!.GetValue<string>().ShouldBe("high");

        var view = (await _office.Portal.SendAs(Role.Auditor, new GetSignOffPolicyQuery(new Paging(1, 25)))).Value;
        view.Systems.Items.Single(s => s.Name == "ledger-service").ShouldSatisfyAllConditions(s => s.Course.ShouldBe("AI-1"), s => s.Repositories.ShouldBe(["larkfield/ledger"]));
        view.MayEdit.ShouldBeFalse();
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new RemoveRiskRuleCommand(view.Risks.Single().Id))).IsSuccess.ShouldBeTrue();
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new RemoveRiskRuleCommand(view.Risks.Single().Id))).Error.ShouldBe(CommonErrors.NotFound);
    }

    [Fact]
    public async Task Findings_are_counted_by_type_system_and_month_and_told_as_a_file_without_formulas()
    {
        for (var i = 1; i <= 3; i++)
        {
            var row = await _office.LoadAsync(await _office.SendAsync(Change($"aaaaaaa{i}", i)));
            await _office.Portal.SendAs(_office.Reviewer, new RejectChangeCommand(row.Id, row.Version, i < 3 ? FindingType.HallucinatedApi : FindingType.MissingTest, "", "=HYPERLINK(\"x\")"));
            _office.Portal.Clock.Advance(TimeSpan.FromDays(10));
        }

        var list = (await _office.Portal.SendAs(Role.Executive, new ListFindingsQuery(new FindingFilter(), new Paging(1, 25)))).Value;
        (list.Caught, list.After).ShouldBe((3, 0));
        list.Types.Select(t => (t.Type, t.Count)).ShouldBe([(FindingType.HallucinatedApi, 2), (FindingType.MissingTest, 1)]);
        list.Systems.Single().ShouldBe(new FindingCount(FindingType.None, "checkout-api", 3));
        list.Months.Where(m => m.Count > 0).Select(m => (m.Month.Month, m.Count)).ShouldBe([(11, 1), (12, 2)]);
        (await _office.Portal.SendAs(Role.Auditor, new ListFindingsQuery(new FindingFilter(FindingType.HallucinatedApi, "checkout-api", new DateOnly(2026, 12, 1)), new Paging(1, 25)))).Value.Findings.Total.ShouldBe(1);
        (await _office.Portal.SendAs(Role.Auditor, new ListFindingsQuery(new FindingFilter(), new Paging(1, 25)), _office.Portal.Logistics)).Value.Findings.Total.ShouldBe(0);
        (await _office.Portal.SendAs(Role.Employee, new ListFindingsQuery(new FindingFilter(), new Paging(1, 25)))).Error.ShouldBe(AccessErrors.NoRole);

        var file = (await _office.Portal.SendAs(Role.Auditor, new ExportFindingsQuery(new FindingFilter(), TableForm.Csv))).Value;
        (await TextAsync(file)).ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        (await _office.Portal.SendAs(Role.Employee, new ExportFindingsQuery(new FindingFilter(), TableForm.Csv))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task Changes_are_a_file_of_what_the_role_covers()
    {
        var change = Change();
        change["title"] = "@SUM(A1)";
        await _office.SendAsync(change);
        var query = new ExportChangesQuery(new ChangeFilter(View: ChangeView.All), ChangeOrder.First, Descending: false, TableForm.Csv);

        var text = await TextAsync((await _office.Portal.SendAs(Role.Auditor, query)).Value);
        text.ShouldContain("'@SUM(A1)");
        text.ShouldContain("larkfield/checkout-api,7,aaaaaaa1");
        (await TextAsync((await _office.Portal.SendAs(Role.Auditor, query, _office.Portal.Logistics)).Value)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        (await _office.Portal.SendAs(Role.KnowledgeSteward, query)).Error.ShouldBe(AccessErrors.NoRole);
        await using var book = (await _office.Portal.SendAs(Role.Auditor, query with { Form = TableForm.Workbook })).Value.Content;
        book.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Load_is_told_of_five_reviewers_and_never_of_fewer()
    {
        (await _office.Portal.SendAs(Role.Executive, new GetReviewLoadQuery())).Value.ShouldSatisfyAllConditions(l => l.Groups.ShouldBeEmpty(), l => l.IsShort.ShouldBeTrue());
        for (var i = 0; i < 4; i++) await _office.AddReviewerAsync($"Reviewer {i}");
        var row = await _office.LoadAsync(await _office.SendAsync(Change()));
        await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version));

        var load = (await _office.Portal.SendAs(Role.Executive, new GetReviewLoadQuery())).Value;
        load.Groups[0].ShouldSatisfyAllConditions(g => g.Reviewers.ShouldBe(5), g => g.PerWeek.ShouldBe(0.25));
        (await _office.Portal.SendAs(Role.Employee, new GetReviewLoadQuery())).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task Guardrails_are_measured_from_what_went_through_the_gate()
    {
        var signed = await _office.LoadAsync(await _office.SendAsync(Change("aaaaaaa1", 1)));
        await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(signed.Id, signed.Version));
        _office.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        foreach (var (commit, number) in new[] { ("aaaaaaa1", 1), ("aaaaaaa2", 2) })
        {
            var merged = Change(commit, number);
            merged["state"] = "Merged";
            merged["releasedAt"] = _office.Now;
            await _office.SendAsync(merged);
        }

        await _office.SendAsync(Change("aaaaaaa3", 3));
        var none = Change("aaaaaaa4", 4, involvement: "None");
        none["releasedAt"] = _office.Now;
        await _office.SendAsync(none);

        var figures = await _office.Portal.InDb(db => SignOffFigures.ReadAsync(db, _office.Today, CancellationToken.None));
        var (root, logistics) = (new UnitRange(_office.Portal.Root.Left, _office.Portal.Root.Right), new UnitRange(_office.Portal.Logistics.Left, _office.Portal.Logistics.Right));
        figures.Released(root).ShouldBe((1, 2));
        figures.Asked(root).ShouldBe(3);
        figures.Reviewers(root).ShouldBe(1);
        figures.Reviewers(logistics).ShouldBe(0, "all that the reviewer has to do comes from elsewhere");
        figures.Released(logistics).ShouldBe((0, 0));
    }

    private async Task SetAsync(Unit unit, SignOffTerms terms) =>
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new SetSignOffTermsCommand(unit.Id, RiskTier.Limited, terms))).Error.ShouldBeNull();

    private static async Task<string> TextAsync(TableFile file)
    {
        await using var content = file.Content;
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
