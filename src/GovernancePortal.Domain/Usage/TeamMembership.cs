namespace GovernancePortal.Domain.Usage;

/// <summary>That a login belonged to a team on a day. Teams are joined with usage by day, because people change teams.</summary>
public sealed class TeamMembership
{
    public const int TeamMaxLength = 120;

    private TeamMembership() { }

    public TeamMembership(string login, string team, DateOnly day) => (Login, Team, Day) = (login, team, day);

    public long Id { get; private set; }

    public string Login { get; private set; } = "";

    public string Team { get; private set; } = "";

    public DateOnly Day { get; private set; }
}
