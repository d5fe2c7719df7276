using System.Globalization;
using System.Text;

namespace GovernancePortal.Verifier;

/// <summary>What a trusted checkpoint says: this many entries have this root.</summary>
internal sealed record Claim(string Origin, long Size, byte[] Root);

/// <summary>A checkpoint file: text, blank line, signature lines. Nothing in it counts before the signature was found valid.</summary>
internal sealed class SignedNote
{
    private const string SignatureStart = "\u2014 ";
    private const int LargestFile = 1_000_000;
    private const int SignatureLength = 64;
    private const int IdLength = 4;
    private readonly string _what;
    private readonly string _text;
    private readonly string[] _signatureLines;

    private SignedNote(string what, string text, string[] signatureLines) => (_what, _text, _signatureLines) = (what, text, signatureLines);

    public static SignedNote Read(string path, string what)
    {
        if (new FileInfo(path) is { Exists: true, Length: > LargestFile }) throw new RejectedException($"The {what} is too large to be one.");

        string note;
        try
        {
            note = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new RejectedException($"The {what} is not text in UTF-8.");
        }

        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n') || end + 2 == note.Length) throw new RejectedException($"The {what} is not a signed note: text, a blank line, signatures.");
        return new SignedNote(what, note[..(end + 1)], note[(end + 2)..^1].Split('\n'));
    }

    public Claim Trusted(PublicKey key)
    {
        CheckSignature(key);

        var lines = _text.Split('\n');
        if (lines.Length < 4) throw new RejectedException($"The {_what} has no line for the origin, the size or the root.");
        if (!string.Equals(lines[0], key.Name, StringComparison.Ordinal)) throw new RejectedException($"The {_what} is of the ledger {lines[0]}, the key belongs to {key.Name}.");

        var root = new byte[lines[2].Length];
        var isSize = long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && string.Equals(size.ToString(CultureInfo.InvariantCulture), lines[1], StringComparison.Ordinal);
        if (!isSize) throw new RejectedException($"The second line of the {_what} is not a number of entries.");
        if (!Convert.TryFromBase64String(lines[2], root, out var length) || length != 32) throw new RejectedException($"The third line of the {_what} is not a root hash.");

        return new Claim(lines[0], size, root[..length]);
    }

    // Signatures of others, such as witnesses, are passed over; each one that names this key must be valid.
    private void CheckSignature(PublicKey key)
    {
        var message = Encoding.UTF8.GetBytes(_text);
        var found = false;
        foreach (var line in _signatureLines)
        {
            var parts = line.StartsWith(SignatureStart, StringComparison.Ordinal) ? line[SignatureStart.Length..].Split(' ') : [];
            var bytes = new byte[line.Length];
            if (parts.Length != 2 || !Convert.TryFromBase64String(parts[1], bytes, out var length) || length <= IdLength)
            {
                throw new RejectedException($"The {_what} has a line among its signatures that is not a signature.");
            }

            if (!string.Equals(parts[0], key.Name, StringComparison.Ordinal) || !key.HasId(bytes.AsSpan(0, IdLength))) continue;
            if (length != IdLength + SignatureLength || !key.Signed(message, bytes[IdLength..length]))
            {
                throw new RejectedException($"The signature of the {_what} is not valid: its text was changed after it was signed, or another key signed it.");
            }

            found = true;
        }

        if (!found) throw new RejectedException($"The {_what} is not signed with the key {key}.");
    }
}
