using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.DecideCase;
using GovernancePortal.Web.Features.Reallocation.MarkPositions;
using GovernancePortal.Web.Features.Reallocation.OpenCase;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Reallocation;

/// <summary>A portal with an account of Human Resources that opens cases.</summary>
internal sealed class CaseDesk(TestPortal portal, Guid hr) : IAsyncDisposable
{
    public TestPortal Portal => portal;

    public Guid Hr => hr;

    public static async Task<CaseDesk> OpenAsync()
    {
        var portal = await TestPortal.StartAsync();
        return new(portal, await portal.AddUserAsync(Role.HumanResources));
    }

    public CaseTerms Terms(Unit? unit = null) => new("Claims desk", (unit ?? portal.Checkout).Id, "Claims are read by an agent.", new(PlaceOfLaw.UnitedKingdom, SiteLosses: 12));

    public async Task<CaseId> OpenCaseAsync(Unit? unit = null, params Person[] people)
    {
        var id = (await portal.SendAs(hr, new OpenCaseCommand(Terms(unit)))).Value;
        if (people.Length > 0) (await MarkAsync(id, people)).Marked.ShouldBe(people.Length);
        return id;
    }

    public async Task<MarkedPositions> MarkAsync(CaseId id, params Person[] people) =>
        (await portal.SendAs(hr, new MarkPositionsCommand(id, await VersionAsync(id), string.Join('\n', people.Select(p => p.EmployeeNumber)), 1, ""))).Value;

    public async Task PublishAsync(CaseId id)
    {
        (await portal.SendAs(hr, new ConfirmNoticeCommand(id, await VersionAsync(id), 1, 30))).IsSuccess.ShouldBeTrue();
        (await portal.SendAs(hr, new PublishCaseCommand(id, await VersionAsync(id)))).IsSuccess.ShouldBeTrue();
    }

    public Task<int> VersionAsync(CaseId id) => portal.InDb(db => db.DisplacementCases.Where(c => c.Id == id).Select(c => c.Version).SingleAsync());

    public ValueTask DisposeAsync() => portal.DisposeAsync();
}
