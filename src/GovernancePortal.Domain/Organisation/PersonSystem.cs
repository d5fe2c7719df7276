namespace GovernancePortal.Domain.Organisation;

/// <summary>A system that a person knows, as far as the roster tells.</summary>
public sealed class PersonSystem
{
    public const int NameMaxLength = 80;

    private PersonSystem() { }

    public PersonSystem(PersonId personId, string name) => (PersonId, Name) = (personId, name);

    public PersonId PersonId { get; private set; }

    public string Name { get; private set; } = "";
}
