using System.Net;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Changes.DecideChange;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using static GovernancePortal.Web.Tests.Changes.ChangeOffice;

namespace GovernancePortal.Web.Tests.Changes;

public sealed class GateApiTests : IAsyncLifetime
{
    private ChangeOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await ChangeOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_juniors_change_waits_and_the_same_call_again_is_the_same_change()
    {
        var first = await _office.SendAsync(Change());
        var before = await _office.LoadAsync(first);
        var again = await _office.SendAsync(Change());

        Verdict(first).ShouldBe("pending");
        Codes(first).ShouldBe(["gate.waiting"]);
        first["needed"]!.GetValue<int>().ShouldBe(1);
        first["link"]!.GetValue<string>().ShouldBe($"https://localhost/changes/{IdOf(first)}");
        IdOf(again).ShouldBe(IdOf(first));
        (await _office.LoadAsync(first)).Version.ShouldBe(before.Version);
        Verdict(await _office.GateAsync(first)).ShouldBe("pending");
        (await _office.Portal.InDb(db => db.ProposedChanges.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_author_or_system_waits_until_somebody_says_who_and_what_it_is()
    {
        var change = await _office.SendAsync(Change(author: "stranger", system: "nobodys"));
        Verdict(change).ShouldBe("pending");
        Codes(change).ShouldBe(["gate.author.unknown", "gate.system.unknown"]);

        await _office.Portal.InDb(db =>
        {
            db.PersonLogins.Add(new PersonLogin(UsageTools.GitHub, "stranger", _office.Author.Id));
            db.CodeSystems.Add(new CodeSystem("nobodys", _office.Portal.Checkout.Id, Criticality.Low, null));
            return db.SaveChangesAsync();
        });

        Codes(await _office.GateAsync(change)).ShouldBe(["gate.waiting"]);
        (await _office.LoadAsync(change)).AuthorId.ShouldBeNull("asking writes nothing");
        await _office.SendAsync(Change(author: "stranger", system: "nobodys"));
        (await _office.LoadAsync(change)).AuthorId.ShouldBe(_office.Author.Id);
    }

    [Fact]
    public async Task An_agents_change_waits_until_the_register_gives_the_agent_that_system()
    {
        var terms = new AiToolTerms
        {
            Name = "Release agent",
            Kind = AiToolKind.Agent,
            Vendor = "Larkfield",
            Purpose = "Dependency updates",
            Risk = RiskTier.Limited,
            Autonomy = Autonomy.ActsAfterApproval,
            Systems = "payments",
            ApprovedFrom = new DateOnly(2026, 1, 1),
            ReviewDue = new DateOnly(2027, 1, 1),
        };
        var tool = new AiTool(AiToolId.New(), terms, _office.Portal.Clock.GetUtcNow());
        await _office.Portal.InDb(db =>
        {
            db.AiTools.Add(tool);
            return db.SaveChangesAsync();
        });
        var report = Change();
        report["agent"] = "Release agent";
        var change = await _office.SendAsync(report);
        Codes(change).ShouldBe(["gate.agent.system"]);
        var row = await _office.LoadAsync(change);
        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(row.Id, row.Version))).Error!.Code.ShouldBe("change.agent.system");

        await _office.Portal.InDb(async db =>
        {
            (await db.AiTools.SingleAsync(t => t.Id == tool.Id)).Change(terms with { Systems = "payments, Checkout-API" }, new DateOnly(2026, 11, 23)).Error.ShouldBeNull();
            return await db.SaveChangesAsync();
        });
        Codes(await _office.GateAsync(change)).ShouldBe(["gate.waiting"]);
    }

    [Fact]
    public async Task Without_ai_it_goes_on_and_what_nobody_declared_does_not()
    {
        Codes(await _office.SendAsync(Change("aaaaaaa1", 1, involvement: "None"))).ShouldBe(["gate.no-ai"]);

        var silent = Change("aaaaaaa2", 2);
        silent.Remove("aiInvolvement");
        Codes(await _office.SendAsync(silent)).ShouldBe(["gate.not-declared", "gate.waiting"]);

        var trailer = Change("aaaaaaa3", 3, involvement: "None");
        trailer["message"] = "Retry once\n\nCo-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>";
        var found = await _office.SendAsync(trailer);
        Verdict(found).ShouldBe("pending");
        (await _office.LoadAsync(found)).EffectiveInvolvement.ShouldBe(AiInvolvement.Detected);
    }

    [Fact]
    public async Task Another_commit_takes_the_place_of_the_first_and_an_old_build_does_not_bring_it_back()
    {
        var first = await _office.SendAsync(Change("aaaaaaa1"));
        _office.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await _office.SendAsync(Change("bbbbbbb2"));
        _office.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await _office.SendAsync(Change("aaaaaaa1"));

        Verdict(late).ShouldBe("deny");
        Codes(late).ShouldBe(["gate.superseded"]);
        Verdict(await _office.GateAsync(second)).ShouldBe("pending");
        (await _office.LoadAsync(first)).IsCurrent.ShouldBeFalse();

        var forced = Change("aaaaaaa1");
        forced["pushedAt"] = _office.Now;
        Verdict(await _office.SendAsync(forced)).ShouldBe("pending");
        Verdict(await _office.GateAsync(second)).ShouldBe("deny");
    }

    [Fact]
    public async Task A_build_that_only_asks_takes_nothing_away()
    {
        var change = await _office.SendAsync(Change());

        var asked = await _office.SendAsync(new JsonObject { ["repository"] = "Larkfield/Checkout-API", ["number"] = 7, ["commit"] = "AAAAAAA1" });

        IdOf(asked).ShouldBe(IdOf(change));
        var row = await _office.LoadAsync(change);
        (row.Author, row.Involvement, row.Systems[0], row.Title).ShouldBe(("linnet", AiInvolvement.Declared, "checkout-api", "Retry the charge once"));
    }

    [Fact]
    public async Task A_repository_tells_its_systems_when_a_change_does_not()
    {
        await _office.Portal.InDb(db =>
        {
            db.SystemRepositories.Add(new SystemRepository("payments", Repository));
            return db.SaveChangesAsync();
        });
        var change = Change();
        change.Remove("systems");

        var row = await _office.LoadAsync(await _office.SendAsync(change));

        row.Systems.ShouldBe(["payments"]);
        row.Tier.ShouldBe(Domain.Tools.RiskTier.High);
    }

    [Fact]
    public async Task Two_pushes_at_once_leave_one_current_commit()
    {
        var pushes = Enumerable.Range(1, 6).Select(i => Task.Run(() => _office.PostAsync(Change($"ccccccc{i}")))).ToArray();

        (await Task.WhenAll(pushes)).ShouldAllBe(r => r.IsSuccessStatusCode);
        var rows = await _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().ToListAsync());
        rows.Count.ShouldBe(6);
        rows.Count(r => r.IsCurrent).ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_shapes_and_keys_without_the_scope_are_refused()
    {
        var wrong = Change("not-a-commit");
        wrong["url"] = "javascript:alert(1)";
        var refused = await _office.PostAsync(wrong);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var fields = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]!.AsArray().Select(e => e!["field"]!.GetValue<string>());
        fields.ShouldBe(["Commit", "Url"], ignoreOrder: true);

        var change = await _office.SendAsync(Change());
        await _office.UseKeyAsync(_office.Portal.Root, ApiScopes.TargetsRead);
        (await _office.PostAsync(Change())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await _office.UseKeyAsync(_office.Portal.Logistics);
        (await _office.PostAsync(Change("aaaaaaa9", 9))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _office.Client.GetAsync($"/api/v1/changes/{IdOf(change)}/gate")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        _office.Client.DefaultRequestHeaders.Authorization = null;
        (await _office.PostAsync(Change())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
