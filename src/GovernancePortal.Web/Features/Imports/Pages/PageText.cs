namespace GovernancePortal.Web.Features.Imports.Pages;

/// <summary>What a row or a file says of one page, unread; the keys are those of front matter.</summary>
/// <param name="Row">The row of the table, or the number of the file.</param>
/// <param name="Values">What is stated; what is not stated is absent and changes nothing.</param>
/// <param name="Column">Where a value stands, as the person who brought the file finds it.</param>
internal sealed record PageText(int Row, IReadOnlyDictionary<string, string> Values, Func<string, string> Column)
{
    public string? this[string key] => Values.GetValueOrDefault(key);
}
