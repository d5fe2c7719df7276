using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Friction.GetFriction;
using GovernancePortal.Web.Features.Friction.ReportFriction;
using GovernancePortal.Web.Features.Friction.Telling;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Friction;

/// <summary>People who report friction, and the end of the four weeks.</summary>
internal sealed class FrictionDesk(TestPortal portal)
{
    private int _people;

    public async Task<IReadOnlyList<Guid>> PeopleAsync(int count, Unit unit)
    {
        var users = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var person = await portal.AddPersonAsync($"Person {++_people:000}", unit);
            users.Add(await portal.AddUserAsync(Role.Employee, unit, person.Id));
        }

        return users;
    }

    public async Task ReportAsync(IEnumerable<Guid> users, FrictionKind kind = FrictionKind.Rework, int minutes = 10, string text = "")
    {
        foreach (var user in users) (await portal.SendAs(user, new ReportFrictionCommand(ToolId: null, kind, minutes, text))).Error.ShouldBeNull();
    }

    /// <summary>The day on which the running four weeks are told, and what the job does on it.</summary>
    public async Task<int> TellAsync()
    {
        portal.Clock.Advance(TimeSpan.FromDays(FrictionPeriod.Days + FrictionPeriod.Rest));
        return await portal.Services.GetRequiredService<FrictionTeller>().RunAsync(CancellationToken.None);
    }

    public async Task<FrictionView> ReadAsync(Unit? unit = null, int? period = null)
    {
        var result = await portal.SendAs(Role.Auditor, new GetFrictionQuery(unit?.Id, period));
        result.Error.ShouldBeNull();
        return result.Value;
    }
}
