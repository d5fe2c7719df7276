using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Usage;

/// <summary>Who a login is. Reports give one login several numeric ids, so the login is what joins them.</summary>
public sealed class PersonLogin
{
    public const int ProviderMaxLength = UsageTools.ToolMaxLength;

    private PersonLogin() { }

    public PersonLogin(string provider, string login, PersonId personId) => (Provider, Login, PersonId) = (provider, login, personId);

    public string Provider { get; private set; } = "";

    /// <summary>Lower case.</summary>
    public string Login { get; private set; } = "";

    public PersonId PersonId { get; private set; }

    /// <summary>It was somebody else's.</summary>
    public void LinkTo(PersonId personId) => PersonId = personId;
}
