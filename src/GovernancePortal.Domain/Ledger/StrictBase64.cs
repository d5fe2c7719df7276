namespace GovernancePortal.Domain.Ledger;

/// <summary>Base64 with one spelling for each value: no white space, no missing padding, no stray bits.</summary>
internal static class StrictBase64
{
    /// <summary>The bytes, or null when the text is not exactly what encoding them gives.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return null;

        var decoded = bytes[..length];
        return string.Equals(Convert.ToBase64String(decoded), text, StringComparison.Ordinal) ? decoded : null;
    }
}
