using System.Net;
using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

/// <summary>A key brings rosters and reads no pay: not even by trying figures until nothing would change.</summary>
public sealed class PayImportTests : IAsyncLifetime
{
    private HttpClient _program = null!;
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,name,annual_cost\nE-1,Ada,95000\n");
        var (now, key) = (_portal.Clock.GetUtcNow(), ApiKey.Generate());
        await _portal.InDb(db =>
        {
            db.ApiKeys.Add(new ApiKey("Roster", key, [ApiScopes.ImportsWrite], _portal.Root.Id, now, now.AddDays(1)));
            return db.SaveChangesAsync();
        });
        _program = await _portal.BrowserAsync();
        _program.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        return _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("95000", true)]
    [InlineData("95001", true)]
    [InlineData("95000", false)]
    [InlineData("not a figure", true)]
    public async Task A_key_is_refused_the_cost_column_whatever_it_holds(string guess, bool dryRun)
    {
        var (status, body) = await SendAsync($"employee_number,name,annual_cost\nE-1,Ada,{guess}\n", dryRun);

        status.ShouldBe(HttpStatusCode.Forbidden);
        body.ShouldContain("\"code\":\"import.pay.not-allowed\"");
        body.ShouldContain("annual_cost");
        body.ShouldNotContain("unchanged");
        (await _portal.InDb(db => db.People.SingleAsync())).AnnualLoadedCost.ShouldBe(95_000);
    }

    [Fact]
    public async Task Without_the_column_a_key_imports_and_pay_stays()
    {
        var (status, body) = await SendAsync("employee_number,name\nE-1,Ada L\n", dryRun: false);

        status.ShouldBe(HttpStatusCode.OK, body);
        var person = await _portal.InDb(db => db.People.SingleAsync());
        (person.Name, person.AnnualLoadedCost).ShouldBe(("Ada L", 95_000m));
    }

    [Fact]
    public async Task Human_Resources_compare_and_import_it() =>
        (await _portal.ImportAsync(ImportKind.Roster, "employee_number,name,annual_cost\nE-1,Ada,96000\n", dryRun: true)).Value.Accepted.ShouldBe(1);

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string file, bool dryRun)
    {
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        using var answer = await _program.PostAsync(new Uri($"/api/v1/imports/roster?dryRun={dryRun}", UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
