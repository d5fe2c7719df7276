namespace GovernancePortal.Domain.Organisation;

/// <summary>A skill that the roster names for a person.</summary>
public sealed class PersonSkill
{
    public const int NameMaxLength = 80;

    private PersonSkill() { }

    public PersonSkill(PersonId personId, string name) => (PersonId, Name) = (personId, name);

    public PersonId PersonId { get; private set; }

    public string Name { get; private set; } = "";
}
