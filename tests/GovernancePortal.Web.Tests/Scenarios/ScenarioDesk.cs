using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.CreateScenario;
using GovernancePortal.Web.Features.Scenarios.RunScenario;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>Scenarios for tests, and somebody of Human Resources who makes them.</summary>
internal sealed class ScenarioDesk
{
    public const double TellTalePay = 131_313.25;

    private ScenarioDesk(TestPortal portal, Guid user) => (Portal, User) = (portal, user);

    public TestPortal Portal { get; }

    /// <summary>Human Resources for the whole organisation.</summary>
    public Guid User { get; }

    /// <summary>Fifty positions, eight of them displaced; one person's pay can be found by its figure.</summary>
    public static ScenarioInput Input { get; } = new()
    {
        HorizonMonths = 12,
        AnnualRevenue = 9_000_000,
        Currency = "GBP",
        Staff =
        [
            new StaffCell(Level.Mid, 90_000, 4, false) { Count = 38 }, new StaffCell(Level.Principal, 181_000, 12, false) { Count = 4 }, new StaffCell(Level.Senior, 120_000, 9, true) { Count = 7 },
            new StaffCell(Level.Senior, TellTalePay, 11, true),
        ],
    };

    public static async Task<ScenarioDesk> OpenAsync(TestPortal portal) => new(portal, await portal.AddUserAsync(Role.HumanResources));

    public async Task<ScenarioId> CreateAsync(ScenarioInput? input = null, Unit? unit = null, ScenarioOrigin origin = ScenarioOrigin.Organisation, string name = "Payments platform")
    {
        var created = await Portal.SendAs(User, new CreateScenarioCommand(name, (unit ?? Portal.Checkout).Id, origin, input ?? Input));
        created.Error.ShouldBeNull();
        return created.Value;
    }

    public async Task<ScenarioId> RunAsync(ScenarioInput? input = null, Unit? unit = null, ScenarioOrigin origin = ScenarioOrigin.Organisation, string name = "Payments platform")
    {
        var id = await CreateAsync(input, unit, origin, name);
        (await Portal.SendAs(User, new RunScenarioCommand(id, Draws: 50))).Error.ShouldBeNull();
        return id;
    }
}
