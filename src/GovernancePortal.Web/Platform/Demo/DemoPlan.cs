namespace GovernancePortal.Web.Platform.Demo;

/// <summary>One unit of the demo organisation, with what its story needs.</summary>
/// <param name="Name">Unique in the plan.</param>
/// <param name="Parent">Name of the unit above; null for the root.</param>
/// <param name="People">People whose own unit it is, its head included.</param>
/// <param name="Roles">Jobs, given out in turn; the first is the head's.</param>
/// <param name="Use">Share of people who use an AI tool in a usual week at the end of the year, 0 to 1.</param>
/// <param name="Trained">Share of people who hold every certificate asked of them, 0 to 1.</param>
/// <param name="Rushed">Half of those who use AI began in the last weeks, all at once.</param>
internal sealed record DemoUnit(string Name, string? Parent, int People, string[] Roles, double Use, double Trained, bool Rushed = false);

/// <summary>The demo organisation on paper: a retailer of 25 units whose checkout went down on the advice of an outdated page.</summary>
internal static class DemoPlan
{
    public const string Organisation = "Larkfield Retail";
    public const string Technology = "Technology";
    public const string Operations = "Platform operations";
    public const string Checkout = "Checkout engineering";
    public const string StoreOperations = "Operations";

    private static readonly string[] Engineers = ["Engineering Lead", "Software Engineer", "Senior Engineer", "Test Engineer", "Software Engineer", "Principal Engineer"];
    private static readonly string[] Buyers = ["Head Buyer", "Buyer", "Assistant Buyer"];
    private static readonly string[] Store = ["Regional Manager", "Store Manager", "Stock Analyst", "Rota Planner"];

    public static IReadOnlyList<DemoUnit> Units { get; } =
        [
            new(Organisation, null, 4, ["Chief Executive", "Chief Operating Officer", "Chief Technology Officer", "Governance Officer"], .75, 1),
            new(Technology, Organisation, 2, ["Technology Director", "Principal Engineer"], 1, 1),
            new(Checkout, Technology, 38, Engineers, .71, .82),
            new("Pricing and promotions", Technology, 22, Engineers, .70, .95),
            new("Store systems", Technology, 26, Engineers, .58, .84),
            new("Loyalty engineering", Technology, 18, Engineers, .64, .78),
            new("Payments platform", Technology, 14, Engineers, .52, 1),
            new("Data and analytics", Technology, 20, ["Head of Data", "Data Analyst", "Data Engineer", "Data Scientist"], .45, .90),
            new(Operations, Technology, 16, ["Operations Lead", "Site Reliability Engineer", "Database Engineer"], .40, .94),
            new("Commercial", Organisation, 2, ["Commercial Director", "Planning Partner"], .5, 1),
            new("Buying, food", "Commercial", 20, Buyers, .29, .70),
            new("Buying, home", "Commercial", 14, Buyers, .31, .86),
            new("Merchandise planning", "Commercial", 18, ["Head of Planning", "Merchandise Planner", "Planning Analyst"], .45, 1),
            new("Marketing content", "Commercial", 16, ["Head of Content", "Copywriter", "Photo Editor"], .81, 1),
            new("Customer service", "Commercial", 34, ["Head of Service", "Service Agent", "Service Agent", "Team Coach"], .74, .97, Rushed: true),
            new(StoreOperations, Organisation, 2, ["Operations Director", "Planning Partner"], .5, 1),
            new("Logistics", StoreOperations, 30, ["Head of Logistics", "Shift Planner", "Route Analyst", "Data Clerk"], .21, .80),
            new("Stores, north", StoreOperations, 24, Store, .12, .62),
            new("Stores, south", StoreOperations, 24, Store, .15, .66),
            new("Property", StoreOperations, 10, ["Head of Property", "Surveyor"], .18, 1),
            new("Corporate", Organisation, 2, ["Corporate Director", "Office Partner"], .5, 1),
            new("Finance", "Corporate", 18, ["Head of Finance", "Accountant", "Controller"], .36, .94),
            new("Internal audit", "Corporate", 4, ["Head of Audit", "Internal Auditor"], .25, 1),
            new("Legal", "Corporate", 6, ["General Counsel", "Counsel"], .33, 1),
            new("People team", "Corporate", 12, ["Head of Human Resources", "HR Partner", "Learning Partner"], .42, .92),
        ];
}
