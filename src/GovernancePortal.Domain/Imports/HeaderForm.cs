namespace GovernancePortal.Domain.Imports;

/// <summary>Column names as they are compared: lower case, letters and digits only.</summary>
public static class HeaderForm
{
    public static string Of(string header) => new([.. header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
