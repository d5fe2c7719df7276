using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>The register of the demo: assistants that suggest, and agents that act.</summary>
internal static class DemoTools
{
    private const int ApprovedDaysAgo = 400;

    public static IReadOnlyList<AiTool> Make(IReadOnlyList<StaffedUnit> units, DateOnly today)
    {
        StaffedUnit Unit(string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal));
        var (whole, technology, operations, checkout, service) =
            (Unit(DemoPlan.Organisation), Unit(DemoPlan.Technology), Unit(DemoPlan.Operations), Unit(DemoPlan.Checkout), Unit("Customer service"));

        var assistant = new AiToolTerms
        {
            Kind = AiToolKind.Tool,
            Risk = RiskTier.Limited,
            Autonomy = Autonomy.Suggests,
            ApprovedFrom = today.AddDays(-ApprovedDaysAgo),
            ReviewDue = today.AddDays(120),
        };
        var agent = assistant with { Kind = AiToolKind.Agent, Autonomy = Autonomy.ActsAlone, Risk = RiskTier.High };
        return
        [
            Accepted(
                assistant with
                {
                    Name = "GitHub Copilot", Vendor = "GitHub", Release = "Enterprise", Purpose = "Suggests code and explains it, in the editor and in reviews.",
                    Data = "Source code of Technology. No customer data, no secrets.", Units = [technology.Unit.Id], Owner = technology.Head.Id, Deputy = technology.People[1].Id,
                },
                today),
            Accepted(
                assistant with
                {
                    Name = "Microsoft 365 Copilot", Vendor = "Microsoft", Purpose = "Drafts and summarises mail, documents and meetings.",
                    Data = "What its user may open. No pay, no health data.", Units = [whole.Unit.Id], Owner = whole.People[1].Id, Deputy = whole.People[3].Id,
                },
                today),
            Accepted(
                agent with
                {
                    Name = "Release agent", Vendor = DemoPlan.Organisation, Release = "3.2", Purpose = "Rolls releases out step by step and back when errors rise.",
                    Systems = "checkout-api, checkout-web, promo-engine", ProductionAccess = true, Gate = "Starts each roll-out by hand, after the change board's list.", GateHolder = operations.People[1].Id,
                    Data = "Release notes, error rates, runbooks.", Units = [technology.Unit.Id], Owner = operations.Head.Id, Deputy = operations.People[2].Id,
                },
                today),
            Accepted(
                agent with
                {
                    Name = "Test writer", Vendor = DemoPlan.Organisation, Purpose = "Writes missing tests and proposes them as changes.", Autonomy = Autonomy.ActsAfterApproval, Risk = RiskTier.Limited,
                    Systems = "test environments", Data = "Source code of the checkout.", Units = [checkout.Unit.Id], Owner = checkout.Head.Id, Deputy = checkout.People[2].Id,
                },
                today),
            Retired(
                assistant with
                {
                    Name = "Reply drafts", Vendor = "Answerly", Purpose = "Drafted replies to customers from the help pages.", Data = "Help pages and the customer's last message.",
                    Units = [service.Unit.Id], Owner = service.Head.Id,
                },
                today),
        ];
    }

    private static AiTool Accepted(AiToolTerms terms, DateOnly today)
    {
        var tool = new AiTool(AiToolId.New(), terms, At(today.AddDays(-ApprovedDaysAgo)));
        foreach (var person in new[] { terms.Owner, terms.Deputy }.OfType<PersonId>()) _ = tool.Accept(person, At(today.AddDays(-20)));
        return tool;
    }

    private static AiTool Retired(AiToolTerms terms, DateOnly today)
    {
        var tool = Accepted(terms, today);
        _ = tool.Retire(today.AddDays(-40), "It stated delivery dates that no page had. The assistant of the office suite took its place.");
        return tool;
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
