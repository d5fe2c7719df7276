namespace GovernancePortal.Domain.Organisation;

/// <summary>Seniority, as far as sign-off and the workforce model need it.</summary>
public enum Level
{
    Unknown = 0,
    Junior = 1,
    Mid = 2,
    Senior = 3,
    Principal = 4,
}
