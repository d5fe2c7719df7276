using System.Net;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Adoption.GetTarget;
using GovernancePortal.Web.Features.Adoption.GetTargetTrend;
using GovernancePortal.Web.Features.Adoption.GetTeamUse;
using GovernancePortal.Web.Features.Adoption.GetUsage;
using GovernancePortal.Web.Features.Adoption.ListEvaluations;
using GovernancePortal.Web.Features.Adoption.ListTargets;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Overview.Home;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Adoption;

/// <summary>Use of groups is told; whoever tries to get at a person or a small group, by itself or by subtraction, is refused.</summary>
public sealed class UsageApiTests : IAsyncLifetime
{
    private static readonly Paging First = new(1, 25);

    private TestPortal _portal = null!;
    private TargetOffice _office = null!;
    private IAsyncDisposable _server = null!;
    private HttpClient _client = null!;
    private IReadOnlyList<Person> _checkout = [];
    private IReadOnlyList<Person> _payments = [];

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = await TargetOffice.OpenAsync(_portal);
        (_server, _client) = await _portal.ServeInMemoryAsync();
        _checkout = await _office.StaffAsync(8);
        _payments = await _office.StaffAsync(7, _portal.Payments);
        await _office.StaffAsync(3, _portal.Logistics);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Different_people_of_a_unit_are_counted_by_week_and_by_tool()
    {
        await _office.StaffAsync(3, _portal.Logistics);
        await _office.UseAsync(_checkout.Take(6), _office.Today.AddDays(-1));
        await _office.UseAsync(_checkout.Take(6), _office.Today.AddDays(-2), tool: "cursor");
        await _office.UseAsync(_payments, _office.Today.AddDays(-9));
        await UseKeyAsync(_portal.Checkout);

        var all = await GetAsync($"unit={_portal.Checkout.Id.Value}&weeks=2");
        var cursor = await GetAsync($"unit={_portal.Checkout.Id.Value}&tool=Cursor&groupBy=week");

        all["people"]!.GetValue<int>().ShouldBe(16);
        all["weeks"]!.AsArray().Select(w => w!["active"]!.GetValue<int>()).ShouldBe([6, 7]);
        cursor["weeks"]!.AsArray().Select(w => w!["active"]!.GetValue<int>()).ShouldBe([6]);
        (await _portal.SendAs(_office.ChiefUser, new GetUsageQuery(_portal.Payments.Id, "nothing"))).Value.Weeks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Use_by_team_is_joined_by_day_and_people_of_two_teams_count_once_in_all()
    {
        var (day, before) = (_office.Today.AddDays(-1), _office.Today.AddDays(-2));
        await _office.UseAsync(_checkout.Concat(_payments), day);
        await _office.AddAsync([.. _checkout.Select(p => Member(p, "web", day)), .. _payments.Concat(_checkout.Take(3)).Select(p => Member(p, "core", day)), .. _payments.Select(p => Member(p, "old", before))]);
        await UseKeyAsync(_portal.Root);

        var week = JsonNode.Parse(await (await _client.GetAsync("/api/v1/adoption/usage/teams")).Content.ReadAsStringAsync())!;

        week["active"]!.GetValue<int>().ShouldBe(15);
        week["teams"]!.AsArray().Select(t => (t!["team"]!.GetValue<string>(), t["active"]?.GetValue<int>())).ShouldBe([("core", 10), ("old", null), ("web", 8)]);
        // Without those of the old team, three are left of core: a difference that is not told.
        (await _client.GetAsync("/api/v1/adoption/usage/teams?login=ada")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _portal.InDb(db => db.LedgerEntries.CountAsync(e => e.Kind == "usage.refused"))).ShouldBe(1);
        (await _client.GetAsync("/api/v1/adoption/usage/teams?team=web")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _portal.SendAs(Role.TeamLead, new GetTeamUseQuery(), _portal.Checkout)).IsSuccess.ShouldBeFalse("teams are no units");

        static TeamMembership Member(Person person, string team, DateOnly on) => new(person.EmployeeNumber.ToLowerInvariant(), team, on);
    }

    [Theory]
    [InlineData("person=E-0001")]
    [InlineData("unit={0}&login=hubot")]
    [InlineData("unit={0}&userName=ada&weeks=2")]
    [InlineData("unit={0}&groupBy=person")]
    [InlineData("groupBy=employeeNumber")]
    [InlineData("unit={0}&PersonId=00000000-0000-0000-0000-000000000001")]
    public async Task Asking_for_a_person_is_refused_and_recorded(string query)
    {
        await _office.UseAsync(_checkout, _office.Today.AddDays(-1));
        await UseKeyAsync(_portal.Checkout);

        var answer = await _client.GetAsync($"/api/v1/adoption/usage?{string.Format(System.Globalization.CultureInfo.InvariantCulture, query, _portal.Checkout.Id.Value)}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        problem["code"]!.GetValue<string>().ShouldBe("usage.person");
        var entry = await _portal.InDb(db => db.LedgerEntries.SingleAsync(e => e.Kind == "usage.refused"));
        entry.ActorId.ShouldStartWith("key:");
        entry.Payload.ShouldContain("a person, by ");
        entry.Payload.ShouldNotContain("hubot");
    }

    [Fact]
    public async Task A_small_group_is_refused_and_recorded_and_so_is_one_that_a_subtraction_would_tell()
    {
        await _office.UseAsync(_checkout, _office.Today.AddDays(-1));

        // The top has one person and Logistics three of its own: with Checkout told, the whole less Checkout would be four.
        var logistics = await _portal.SendAs(_office.ChiefUser, new GetUsageQuery(_portal.Logistics.Id));
        var whole = await _portal.SendAs(_office.ChiefUser, new GetUsageQuery(_portal.Root.Id));
        var checkout = await _portal.SendAs(_office.ChiefUser, new GetUsageQuery(_portal.Checkout.Id));

        logistics.Error.ShouldBe(UsageErrors.SmallGroup);
        whole.IsSuccess.ShouldBeTrue();
        checkout.Error.ShouldBe(UsageErrors.SmallGroup);
        (await _portal.InDb(db => db.LedgerEntries.CountAsync(e => e.Kind == "usage.refused"))).ShouldBe(2);
    }

    [Fact]
    public async Task A_count_that_beside_another_would_tell_of_fewer_than_five_is_withheld()
    {
        await _office.StaffAsync(3, _portal.Logistics);
        await _office.UseAsync(_checkout.Take(2), _office.Today.AddDays(-1));
        await _office.UseAsync(_payments.Take(6), _office.Today.AddDays(-1));

        var checkout = (await _portal.SendAs(_office.LeadUser, new GetUsageQuery(_portal.Checkout.Id))).Value;
        var payments = (await _portal.SendAs(_office.LeadUser, new GetUsageQuery(_portal.Payments.Id))).Value;

        checkout.Weeks[0].Active.ShouldBe(8);
        payments.Weeks[0].Active.ShouldBeNull("eight less six are two");
    }

    [Fact]
    public async Task Other_parameters_another_unit_no_unit_and_too_many_weeks_are_refused()
    {
        await UseKeyAsync(_portal.Checkout);

        (await StatusAsync($"unit={_portal.Checkout.Id.Value}&month=3")).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync($"unit={_portal.Checkout.Id.Value}&groupBy=tool")).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync("weeks=1")).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync($"unit={_portal.Checkout.Id.Value}&weeks=5")).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync($"unit={_portal.Logistics.Id.Value}")).ShouldBe(HttpStatusCode.NotFound);
        (await _portal.SendAs(Role.Employee, new GetUsageQuery(_portal.Checkout.Id))).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task While_its_target_is_paused_a_unit_s_use_is_told_to_executives_alone()
    {
        await _office.UseAsync(_checkout, _office.Today.AddDays(-1));
        var id = await _office.ProposeAsync();
        await _portal.InDb(db => db.AdoptionTargets.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.State, Domain.Adoption.TargetState.Paused)));

        (await _portal.SendAs(_office.LeadUser, new GetUsageQuery(_portal.Checkout.Id))).Error.ShouldBe(UsageErrors.Paused);
        (await _portal.SendAs(_office.ChiefUser, new GetUsageQuery(_portal.Checkout.Id))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_target_of_a_nested_unit_shows_no_use_where_the_rest_of_the_wider_unit_would_be_a_small_group()
    {
        // Nine people in Checkout itself, seven in Payments below it; five leave, so four of Checkout's own are left.
        await _office.UseAsync(_checkout.Concat(_payments), _office.Today.AddDays(-1));
        await _portal.InDb(async db =>
        {
            foreach (var person in _checkout.Take(5)) db.Entry(await db.People.SingleAsync(p => p.Id == person.Id)).Property(p => p.UnitId).CurrentValue = _portal.Logistics.Id;
            return await db.SaveChangesAsync();
        });
        await _office.RecountAsync();
        var wide = await _office.ProposeAsync(_portal.Checkout);
        var narrow = await _office.ProposeAsync(_portal.Payments);

        (await _portal.SendAs(_office.LeadUser, new GetTargetQuery(wide))).Value.Target.Use.Shown.ShouldBe(UseShown.Yes);
        (await _portal.SendAs(_office.LeadUser, new GetTargetQuery(narrow))).Value.Target.Use.ShouldBe(new UseReading(null, UseShown.SmallGroup));
        var list = (await _portal.SendAs(_office.ChiefUser, new ListTargetsQuery(State: null, TargetSort.Unit, Descending: false, First))).Value.Targets.Items;
        list.Where(t => t.Use.Shown == UseShown.Yes).Select(t => t.Id).ShouldBe([wide]);
        (await _portal.SendAs(_office.LeadUser, new ListEvaluationsQuery(narrow, First))).Value.Evaluations.Items.ShouldAllBe(e => e.Use.Share == null);
        (await _portal.SendAs(_office.LeadUser, new GetTargetTrendQuery(narrow))).Value.Points.ShouldAllBe(p => p.Use.Share == null);
        (await _portal.SendAs(_office.LeadUser, new GetTeamLeadHomeQuery())).Value.Targets.Single(t => t.Id == narrow).Use.Share.ShouldBeNull();
        (await _portal.SendAs(_office.ChiefUser, new GetExecutiveHomeQuery())).Value.Points.Single(p => p.TargetId == narrow).Use.Share.ShouldBeNull();
    }

    private async Task<HttpStatusCode> StatusAsync(string query) => (await _client.GetAsync($"/api/v1/adoption/usage?{query}")).StatusCode;

    private async Task<JsonNode> GetAsync(string query)
    {
        var response = await _client.GetAsync($"/api/v1/adoption/usage?{query}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task UseKeyAsync(Unit unit)
    {
        var text = ApiKey.Generate();
        await _office.AddAsync([new ApiKey("Test", text, [ApiScopes.TargetsRead], unit.Id, _portal.Clock.GetUtcNow(), _portal.Clock.GetUtcNow().AddDays(1))]);
        _client.DefaultRequestHeaders.Authorization = new("Bearer", text);
    }
}
