using System.Net.Http.Headers;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.VerifyPage;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Knowledge;

/// <summary>A portal with a steward and short ways to pages.</summary>
internal sealed class PageDesk : IAsyncDisposable
{
    public const string Hash = "c81e728d9d4c2f636f067f89cc14862c65f4d2e3c0b4fbb2e9e4a7d1f2a3b4c5";
    public const string OtherHash = "eccbc87e4b5ce2fe28308fd9f2a7baf3c65f4d2e3c0b4fbb2e9e4a7d1f2a3b4c";

    private PageDesk(TestPortal portal, Person owner, Guid steward) => (Portal, Owner, Steward) = (portal, owner, steward);

    public TestPortal Portal { get; }

    public Person Owner { get; }

    /// <summary>A steward of the whole organisation who is a person of the roster.</summary>
    public Guid Steward { get; }

    public DateOnly Today => DateOnly.FromDateTime(Portal.Clock.GetUtcNow().UtcDateTime);

    public static async Task<PageDesk> OpenAsync()
    {
        var portal = await TestPortal.StartAsync();
        var owner = await portal.AddPersonAsync("Owner One");
        var steward = await portal.AddPersonAsync("Steward One");
        return new PageDesk(portal, owner, await portal.AddUserAsync(Role.KnowledgeSteward, person: steward.Id));
    }

    /// <summary>A page of Checkout with an owner and a review every three months; verified unless said otherwise.</summary>
    public async Task<KnowledgePage> AddAsync(string url, bool verified = true, Unit? unit = null, Person? owner = null, bool forAgents = true)
    {
        var facts = new PageFacts(url, (unit ?? Portal.Checkout).Id, (owner ?? Owner).Id, Interval: new ReviewInterval(3, IntervalUnit.Month), IsAgentReadable: forAgents);
        var page = KnowledgePage.Register("wiki", url, facts, Portal.Clock.GetUtcNow()).Value;
        page.SeeVersion(Hash);
        await Portal.InDb(async db =>
        {
            db.KnowledgePages.Add(page);
            return await db.SaveChangesAsync();
        });
        if (verified) (await Portal.SendAs(Steward, new VerifyPageCommand(page.Id, page.Version, Hash))).Error.ShouldBeNull();
        return await LoadAsync(page.Id);
    }

    public Task<KnowledgePage> LoadAsync(KnowledgePageId id) => Portal.InDb(db => db.KnowledgePages.AsNoTracking().SingleAsync(p => p.Id == id));

    /// <summary>Gives the client a key with these scopes.</summary>
    public async Task UseKeyAsync(HttpClient client, Unit unit, params string[] scopes)
    {
        var text = ApiKey.Generate();
        await Portal.InDb(async db =>
        {
            db.ApiKeys.Add(new ApiKey("Test", text, scopes, unit.Id, Portal.Clock.GetUtcNow(), Portal.Clock.GetUtcNow().AddDays(400)));
            return await db.SaveChangesAsync();
        });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
