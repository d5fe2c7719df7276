using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.AddTool;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Tools;

/// <summary>Entries of the register for tests, made as a governance officer makes them.</summary>
internal sealed class ToolDesk(TestPortal portal)
{
    public DateOnly Today => DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);

    public Person Owner { get; private set; } = null!;

    public Person Holder { get; private set; } = null!;

    public static async Task<ToolDesk> OpenAsync(TestPortal portal)
    {
        var desk = new ToolDesk(portal) { Owner = await portal.AddPersonAsync("Ada Lovelace"), Holder = await portal.AddPersonAsync("Heron Sedge") };
        return desk;
    }

    /// <summary>Acts alone in production of Checkout, behind a gate.</summary>
    public AiToolTerms Terms(Unit? unit = null) => new()
    {
        Name = "Release agent",
        Kind = AiToolKind.Agent,
        Vendor = "Larkfield",
        Release = "2",
        Purpose = "Rolls releases out and back.",
        Risk = RiskTier.High,
        Autonomy = Autonomy.ActsAlone,
        Systems = "checkout-api, checkout-web",
        ProductionAccess = true,
        Gate = "Releases each roll-out by hand.",
        GateHolder = Holder.Id,
        Owner = Owner.Id,
        Deputy = Holder.Id,
        Data = "Release notes and metrics.",
        Units = [(unit ?? portal.Checkout).Id],
        ApprovedFrom = Today.AddDays(-30),
        ReviewDue = Today.AddDays(90),
    };

    public async Task<AiToolId> AddAsync(AiToolTerms? terms = null)
    {
        var added = await portal.SendAs(Role.GovernanceOfficer, new AddToolCommand(terms ?? Terms()));
        added.Error.ShouldBeNull(string.Join(' ', added.Error?.Fields.Select(f => f.Message) ?? []));
        return added.Value;
    }

    public Task<AiTool> LoadAsync(AiToolId id) => portal.InDb(db => db.AiTools.AsNoTracking().SingleAsync(t => t.Id == id));

    public Task<string> LedgerAsync(string kind) => portal.InDb(db => db.LedgerEntries.Where(e => e.Kind == kind).OrderByDescending(e => e.Sequence).Select(e => e.Payload).FirstAsync());

    public Task<int> LeaveAsync(PersonId person) => portal.InDb(db => db.People.Where(p => p.Id == person).ExecuteUpdateAsync(s => s.SetProperty(p => p.LeftOn, Today)));
}
