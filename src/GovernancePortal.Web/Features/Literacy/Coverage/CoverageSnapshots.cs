using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>Keeps what coverage was on a day, by unit and requirement. A day that is kept is never written again.</summary>
internal static class CoverageSnapshots
{
    private static readonly BulkColumn[] Columns = [new("UnitId", BulkType.Id), new("Requirement", BulkType.Id), new("Asked", BulkType.Number), new("Met", BulkType.Number)];

    public static async Task WriteAsync(PortalDbContext db, CoverageCalculator calculated, DateOnly day, CancellationToken cancellationToken)
    {
        await using var bulk = await BulkWriter.OpenAsync(db, cancellationToken);
        await using var table = bulk.CreateTable("coverage_days", Columns);
        foreach (var ((unit, requirement), count) in Count(calculated, day))
        {
            table.BeginRow(table.Count + 1);
            table.Set(0, unit.Value);
            table.Set(1, requirement);
            table.Set(2, count.Asked);
            table.Set(3, count.Met);
            table.EndRow();
        }

        await table.FinishAsync(cancellationToken);
        await bulk.EndStagingAsync(cancellationToken);
        await bulk.ExecuteAsync(
            $"INSERT INTO [CoverageDays] ([Day], [UnitId], [Requirement], [Asked], [Met]) SELECT @day, s.[UnitId], s.[Requirement], s.[Asked], s.[Met] FROM {table.Name} AS s ORDER BY s.[Row]",
            cancellationToken,
            ("@day", day)
        );
    }

    /// <summary>Coverage of each unit's own people, by requirement and, under <see cref="Guid.Empty"/>, of all that is asked together.</summary>
    public static Dictionary<(UnitId Unit, Guid Requirement), CoverageCount> Count(CoverageCalculator calculated, DateOnly day)
    {
        var counts = new Dictionary<(UnitId, Guid), CoverageCount>();
        void Add(UnitId unit, Guid requirement, bool met) => counts[(unit, requirement)] = counts.GetValueOrDefault((unit, requirement)).Plus(asked: true, met);

        for (var i = 0; i < calculated.People.Count; i++)
        {
            var person = calculated.People[i];
            var standing = calculated.StandingOf(i);
            if (!standing.IsAsked) continue;

            Add(person.UnitId, Guid.Empty, standing.IsMetOn(day));
            foreach (var (rule, until) in calculated.RulesOf(i))
            {
                if (rule.AskedFrom(person) <= day) Add(person.UnitId, rule.Requirement.Id.Value, until >= day);
            }
        }

        return counts;
    }
}
