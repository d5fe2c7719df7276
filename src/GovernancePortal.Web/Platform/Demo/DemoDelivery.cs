using System.Globalization;
using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Delivery;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Four months of deployments of the demo's projects, and the incidents that followed some of them; linked as an import links them.</summary>
internal static class DemoDelivery
{
    private const int Days = 120;
    private const string Boards = "boards";

    private static readonly DemoProject[] Projects =
    [
        new("Checkout", DemoPlan.Checkout, PerDay: 3, FailsIn: 22),
        new("Prices", "Pricing and promotions", PerDay: 2, FailsIn: 25),
        new("Loyalty", "Loyalty engineering", PerDay: 2, FailsIn: 18),
        new("Tills", "Store systems", PerDay: 1, FailsIn: 20),
        // Nobody has said who answers for it.
        new("Search", null, PerDay: 1, FailsIn: 15),
    ];

    public static IEnumerable<DeliveryProjectUnit> Units(IReadOnlyList<StaffedUnit> units) =>
        Projects.Where(p => p.Unit is not null).Select(p => new DeliveryProjectUnit(p.Name, units.First(u => string.Equals(u.Plan.Name, p.Unit, StringComparison.Ordinal)).Unit.Id));

    public static async Task WriteAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        var deployments = Deployments(today).ToList();
        await InsertAsync(bulk, ImportKind.DeliveryScopes, Scopes(), cancellationToken);
        await InsertAsync(bulk, ImportKind.Deployments, deployments.SelectMany(Rows), cancellationToken);
        await InsertAsync(bulk, ImportKind.DeliveryIncidents, Incidents(deployments, today), cancellationToken);
        foreach (var statement in DeliveryTables.Relink) await bulk.ExecuteAsync(statement, cancellationToken);
    }

    private static async Task InsertAsync(BulkWriter bulk, ImportKind kind, IEnumerable<Dictionary<string, object>> rows, CancellationToken cancellationToken)
    {
        var target = DeliveryTables.Of(kind);
        var staged = bulk.CreateTable($"demo_{(int)kind}", target.Staged);
        var number = 0;
        foreach (var row in rows)
        {
            staged.BeginRow(++number);
            staged.Set(target.IndexOf("Existing"), flag: false);
            foreach (var (column, value) in row)
            {
                if (value is DateTimeOffset time) staged.Set(target.IndexOf(column), time);
                else staged.Set(target.IndexOf(column), (string)value);
            }

            staged.EndRow();
        }

        await staged.FinishAsync(cancellationToken);
        await bulk.ExecuteAsync(target.Insert(staged.Name), cancellationToken);
    }

    private static IEnumerable<Dictionary<string, object>> Scopes() =>
        Projects.SelectMany(p => new[] { Row(("Project", p.Name), ("ScopeKind", DeliveryScope.Deployments), ("Scope", p.Pipeline)), Row(("Project", p.Name), ("ScopeKind", Boards), ("Scope", p.Board)) });

    private static IEnumerable<DemoDeployment> Deployments(DateOnly today)
    {
        var random = new Random(21);
        foreach (var project in Projects)
        {
            var number = 0;
            foreach (var day in DemoUsage.WorkingDays(today, Days).Reverse())
            {
                for (var i = 0; i < project.PerDay; i++)
                {
                    var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(9 + (2 * i), random.Next(60))), TimeSpan.Zero);
                    yield return new DemoDeployment(project, ++number, at, random.Next(1, 4), random.Next(40) != 0, number % project.FailsIn == 0);
                }
            }
        }
    }

    private static IEnumerable<Dictionary<string, object>> Rows(DemoDeployment d)
    {
        for (var commit = 1; commit <= d.Commits; commit++)
        {
            yield return Row(
                ("Key", $"{d.Id}-{commit}"),
                ("Deployment", d.Id),
                ("Scope", d.Project.Pipeline),
                ("Environment", DeliveryDeployment.Production),
                ("Outcome", d.Succeeded ? DeliveryDeployment.Success : "FAILURE"),
                ("FinishedAt", d.At.AddMinutes(commit)));
        }
    }

    private static IEnumerable<Dictionary<string, object>> Incidents(IEnumerable<DemoDeployment> deployments, DateOnly today)
    {
        foreach (var d in deployments.Where(d => d.Broke)) yield return Incident($"{d.Project.Board}-{d.Number}", d.Project.Board, d.At.AddMinutes(50));
        // One on a board that no project has, one from before the first deployment.
        yield return Incident("office-4", "office", Noon(today.AddDays(-9)));
        yield return Incident("tills-0", Projects[3].Board, Noon(today.AddDays(-Days - 6)));
    }

    private static Dictionary<string, object> Incident(string key, string board, DateTimeOffset at) => Row(("Key", key), ("ScopeKind", Boards), ("Scope", board), ("BeganAt", at));

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    private static Dictionary<string, object> Row(params (string Column, object Value)[] cells) => cells.ToDictionary(c => c.Column, c => c.Value, StringComparer.Ordinal);

    /// <param name="Unit">Who answers for it; null when nobody has said.</param>
    /// <param name="FailsIn">One deployment in so many is followed by an incident.</param>
    private sealed record DemoProject(string Name, string? Unit, int PerDay, int FailsIn)
    {
        public string Pipeline => Name.ToLowerInvariant() + "-release";

        public string Board => Name.ToLowerInvariant();
    }

    private sealed record DemoDeployment(DemoProject Project, int Number, DateTimeOffset At, int Commits, bool Succeeded, bool Broke)
    {
        public string Id => string.Create(CultureInfo.InvariantCulture, $"{Project.Board}-r{Number}");
    }
}
