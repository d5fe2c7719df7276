using System.Net;
using System.Net.Http.Headers;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Access.CreateApiKey;
using GovernancePortal.Web.Features.Access.ListApiKeys;
using GovernancePortal.Web.Features.Access.WithdrawApiKey;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Access;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private Uri _address = null!;
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        // Tells which part of the tree the caller reaches; nothing but the key decides it.
        _address = await _portal.ServeAsync(app =>
            app.MapGet("/api/v1/reach/{left:int}", (int left, CurrentUser user) => user.ScopeOf(Policies.ViewLedger).Covers(left))
                .RequireAuthorization(Policies.ViewLedger)
        );
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_key_reaches_its_unit_and_what_is_below_and_nothing_else()
    {
        var key = await CreateAsync(_portal.Checkout);

        (await BodyAsync(key, _portal.Checkout)).ShouldBe("true");
        (await BodyAsync(key, _portal.Payments)).ShouldBe("true");
        (await BodyAsync(key, _portal.Logistics)).ShouldBe("false");
        (await BodyAsync(key, _portal.Root)).ShouldBe("false");
    }

    [Fact]
    public async Task Without_a_key_the_answer_is_401_as_problem_details_and_no_redirect() => await ShouldBeRefusedAsync(key: null);

    [Theory]
    [InlineData("gp_0000")]
    [InlineData("something")]
    [InlineData("")]
    public async Task An_unknown_key_opens_nothing(string key) => await ShouldBeRefusedAsync(key);

    [Fact]
    public async Task An_expired_key_opens_nothing()
    {
        var key = await CreateAsync(_portal.Root, days: 1);
        _portal.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await GetAsync(key)).StatusCode.ShouldBe(HttpStatusCode.OK);

        _portal.Clock.Advance(TimeSpan.FromSeconds(1));

        await ShouldBeRefusedAsync(key);
    }

    [Fact]
    public async Task A_withdrawn_key_opens_nothing()
    {
        var key = await CreateAsync(_portal.Root);
        var id = await _portal.InDb(db => db.ApiKeys.Select(k => k.Id).SingleAsync());

        (await _portal.SendAs(Role.Administrator, new WithdrawApiKeyCommand(id))).ShouldBe(Result.Success);

        await ShouldBeRefusedAsync(key);
        (await _portal.SendAs(Role.Administrator, new WithdrawApiKeyCommand(id))).Error.ShouldBe(AccessErrors.KeyAlreadyRevoked);
    }

    [Fact]
    public async Task A_key_without_the_scope_is_refused_with_403_as_problem_details()
    {
        var key = await CreateAsync(_portal.Root, scope: ApiScopes.TargetsRead);

        var response = await GetAsync(key);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"access.role\"");
    }

    [Fact]
    public async Task A_key_opens_no_page_and_a_session_no_api()
    {
        await _portal.AddAccountAsync("a@example.org", Role.Auditor);
        using var browser = await _portal.BrowserAsync();
        await browser.SignInAsync("a@example.org");
        (await browser.GetAsync("/account/security")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync($"/api/v1/reach/{_portal.Root.Left}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var program = await _portal.BrowserAsync();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await CreateAsync(_portal.Root));
        (await program.GetAsync("/account/security")).Headers.Location!.ToString().ShouldContain("/account/sign-in");
    }

    [Fact]
    public async Task The_last_use_is_kept_to_the_minute()
    {
        var key = await CreateAsync(_portal.Root);
        var start = _portal.Clock.GetUtcNow();

        await GetAsync(key);
        (await LastUseAsync()).ShouldBe(start);
        _portal.Clock.Advance(TimeSpan.FromSeconds(59));
        await GetAsync(key);
        (await LastUseAsync()).ShouldBe(start);
        _portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await GetAsync(key);
        (await LastUseAsync()).ShouldBe(start.AddMinutes(1));
    }

    [Fact]
    public async Task Only_the_hash_of_a_key_is_stored_and_the_list_shows_its_beginning()
    {
        var key = await CreateAsync(_portal.Root);

        var stored = await _portal.InDb(db => db.ApiKeys.SingleAsync());
        var list = await _portal.SendAs(Role.Administrator, new ListApiKeysQuery(new Paging(1, 25)));

        stored.Hash.ShouldBe(ApiKey.HashOf(key));
        key.ShouldStartWith(list.Value.Keys.Items.Single().Prefix);
        list.Value.Keys.Items.Single().Prefix.Length.ShouldBeLessThan(16);
        list.Value.Usable.ShouldBe(1);
    }

    [Fact]
    public async Task Only_administrators_manage_keys_and_only_for_their_units()
    {
        var forRoot = new CreateApiKeyCommand("x", [ApiScopes.LedgerRead], _portal.Root.Id, 1);
        (await _portal.SendAs(Role.Auditor, forRoot)).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Administrator, forRoot, _portal.Checkout)).Error.ShouldBe(AccessErrors.OutOfScope);
        await CreateAsync(_portal.Logistics);
        var id = await _portal.InDb(db => db.ApiKeys.Select(k => k.Id).SingleAsync());

        (await _portal.SendAs(Role.Executive, new WithdrawApiKeyCommand(id))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Administrator, new WithdrawApiKeyCommand(id), _portal.Checkout)).Error.ShouldBe(CommonErrors.NotFound);
        (await _portal.SendAs(Role.HumanResources, new ListApiKeysQuery(new Paging(1, 25)))).Error.ShouldBe(AccessErrors.NoRole);
        (await _portal.SendAs(Role.Administrator, new ListApiKeysQuery(new Paging(1, 25)), _portal.Checkout)).Value.Keys.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_needs_a_name_a_known_scope_and_an_end()
    {
        var result = await _portal.SendAs(Role.Administrator, new CreateApiKeyCommand("", ["everything"], _portal.Root.Id, 4000));

        result.Error!.Fields.Select(f => f.Field).ShouldBe(["Name", "Scopes", "Days"]);
    }

    private async Task<string> CreateAsync(Unit unit, string scope = ApiScopes.LedgerRead, int days = 30)
    {
        var result = await _portal.SendAs(Role.Administrator, new CreateApiKeyCommand("Test", [scope], unit.Id, days));
        return result.Value;
    }

    private async Task ShouldBeRefusedAsync(string? key)
    {
        var response = await GetAsync(key);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.Location.ShouldBeNull();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"access.key\"");
    }

    private async Task<string> BodyAsync(string key, Unit unit) => await (await GetAsync(key, unit)).Content.ReadAsStringAsync();

    private async Task<HttpResponseMessage> GetAsync(string? key, Unit? unit = null)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _address };
        if (key is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return await client.GetAsync($"/api/v1/reach/{(unit ?? _portal.Root).Left}");
    }

    private Task<DateTimeOffset?> LastUseAsync() => _portal.InDb(db => db.ApiKeys.Select(k => k.LastUsedAt).SingleAsync());
}
