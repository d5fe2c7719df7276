using System.Net;
using GovernancePortal.Web.Platform.Identity;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.Extensions.Configuration;

namespace GovernancePortal.Web.Tests.Access;

public sealed class SignInLimitTests
{
    private const int Allowed = 3;

    [Fact]
    public async Task One_address_tries_so_often_in_a_minute_and_is_told_when_to_go_on()
    {
        await using var portal = await LimitedAsync();
        using var browser = await portal.BrowserAsync();
        for (var i = 0; i < Allowed; i++) (await browser.SignInAsync($"{i}@example.org", "not the password")).StatusCode.ShouldBe(HttpStatusCode.OK);

        // Another browser at the same address, another account and the right password: it is not looked at.
        await portal.AddAccountAsync("a@example.org");
        using var other = await portal.BrowserAsync();
        var refused = await other.SignInAsync("a@example.org");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("<h1>Too many tries</h1>");
        page.ShouldContain("Wait a minute, then try again.");
        (await other.GetAsync("/account/security")).Target().ShouldStartWith("/account/sign-in");
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/Account/Sign-In/")]
    [InlineData("/account/two-factor")]
    [InlineData("/account/set-password")]
    public async Task Every_form_that_takes_a_secret_counts_even_without_its_token(string address)
    {
        await using var portal = await LimitedAsync();
        using var browser = await portal.BrowserAsync();
        for (var i = 0; i < Allowed; i++) (await PostAsync(browser, address)).ShouldNotBe(HttpStatusCode.TooManyRequests);

        (await PostAsync(browser, "/account/sign-in")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Looking_at_the_page_does_not_count()
    {
        await using var portal = await LimitedAsync();
        using var browser = await portal.BrowserAsync();
        for (var i = 0; i < Allowed * 3; i++) (await browser.GetAsync("/account/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.SignInAsync("a@example.org", "not the password")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:aaaa::1", "20010db800010002")]
    [InlineData("2001:db8:1:2:bbbb::2", "20010db800010002")]
    public void An_address_of_the_sixth_version_counts_with_its_network(string address, string network) =>
        SignInLimits.NetworkOf(IPAddress.Parse(address)).ShouldBe(network);

    [Fact]
    public void Without_a_setting_there_are_twenty_and_none_is_not_a_limit()
    {
        SignInLimits.PerMinute(new ConfigurationBuilder().Build()).ShouldBe(20);
        var none = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["SignIn:PerMinute"] = "0" }).Build();
        Should.Throw<InvalidOperationException>(() => SignInLimits.PerMinute(none)).Message.ShouldContain("SignIn:PerMinute");
    }

    private static Task<TestPortal> LimitedAsync() =>
        TestPortal.StartAsync(settings: new(StringComparer.Ordinal) { ["SignIn:PerMinute"] = Allowed.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private static async Task<HttpStatusCode> PostAsync(HttpClient browser, string address)
    {
        using var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([]));
        return answer.StatusCode;
    }
}
