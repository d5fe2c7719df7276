using System.Globalization;
using System.Text;

namespace GovernancePortal.Verifier;

/// <summary>
/// Walks over JSON and refuses whatever RFC 8785 would write differently. It parses nothing into objects and writes nothing anew:
/// text that it lets through is canonical byte for byte.
/// </summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> text, long lineNumber)
{
    private const int Deepest = 100;
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly long _lineNumber = lineNumber;
    private int _depth;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position == _text.Length;

    public readonly RejectedException Fault(string what) => new($"Line {_lineNumber} is not a canonical entry: {what}, near byte {Position + 1}.");

    public readonly bool NextIs(byte expected) => !AtEnd && _text[Position] == expected;

    public void Expect(ReadOnlySpan<byte> expected)
    {
        if (!_text[Position..].StartsWith(expected)) throw Fault($"expected {Encoding.UTF8.GetString(expected)}");
        Position += expected.Length;
    }

    public void ReadValue()
    {
        if (AtEnd) throw Fault("it breaks off");
        switch (_text[Position])
        {
            case (byte)'{': ReadObject(); break;
            case (byte)'[': ReadArray(); break;
            case (byte)'"': ReadString(); break;
            case (byte)'t': Expect("true"u8); break;
            case (byte)'f': Expect("false"u8); break;
            case (byte)'n': Expect("null"u8); break;
            default: ReadNumber(); break;
        }
    }

    /// <summary>The string's bytes between the quotation marks, escapes as they stand.</summary>
    public ReadOnlySpan<byte> ReadString()
    {
        Expect("\""u8);
        var start = Position;
        while (!AtEnd)
        {
            var b = _text[Position];
            if (b == '"') return _text[start..Position++];
            if (b == '\\') ReadEscape();
            else if (b < ' ') throw Fault("a control character is not escaped");
            else if (b < 0x80) Position++;
            else if (Rune.DecodeFromUtf8(_text[Position..], out _, out var length) == System.Buffers.OperationStatus.Done) Position += length;
            else throw Fault("the text is not UTF-8");
        }

        throw Fault("a text breaks off");
    }

    public ReadOnlySpan<byte> ReadNumber()
    {
        var start = Position;
        while (!AtEnd && (char.IsAsciiDigit((char)_text[Position]) || _text[Position] is (byte)'-' or (byte)'+' or (byte)'.' or (byte)'e')) Position++;

        var number = _text[start..Position];
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) throw Fault("a value is expected");
        return NumberSpelling.IsCanonical(number, value) ? number : throw Fault("a number is not written in the canonical way");
    }

    private void ReadObject()
    {
        Enter();
        if (NextIs((byte)'}'))
        {
            Leave();
            return;
        }

        var last = ReadString();
        Member();
        while (NextIs((byte)','))
        {
            Position++;
            var name = ReadString();
            if (Compare(last, name) >= 0) throw Fault("property names are repeated or not in order");
            last = name;
            Member();
        }

        if (!NextIs((byte)'}')) throw Fault("an object does not end");
        Leave();
    }

    private void Member()
    {
        Expect(":"u8);
        ReadValue();
    }

    private void ReadArray()
    {
        Enter();
        if (!NextIs((byte)']'))
        {
            ReadValue();
            while (NextIs((byte)','))
            {
                Position++;
                ReadValue();
            }
        }

        if (!NextIs((byte)']')) throw Fault("an array does not end");
        Leave();
    }

    private void Enter()
    {
        Position++;
        if (++_depth > Deepest) throw Fault("it is nested too deeply");
    }

    private void Leave()
    {
        Position++;
        _depth--;
    }

    // A control character has its short escape, or else u00 and two lower-case digits; nothing but these, quotation mark and backslash is escaped.
    private void ReadEscape()
    {
        var rest = _text[(Position + 1)..];
        if (rest.IsEmpty) throw Fault("a text breaks off");
        if ("\"\\btnfr"u8.Contains(rest[0]))
        {
            Position += 2;
            return;
        }

        const int length = 6;
        var isLong = rest.Length >= length - 1 && rest.StartsWith("u00"u8) && rest[3] is (byte)'0' or (byte)'1' && !"\b\t\n\f\r"u8.Contains(Control(rest));
        if (!isLong || !"0123456789abcdef"u8.Contains(rest[4])) throw Fault("a character is escaped that is written plainly, or in another way");
        Position += length;
    }

    private static byte Control(ReadOnlySpan<byte> escape) => byte.TryParse(escape.Slice(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : (byte)0;

    // The order of UTF-16 code units, which differs from the order of UTF-8 bytes above U+FFFF.
    private static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (IsPlain(left) && IsPlain(right)) return left.SequenceCompareTo(right);
        return string.CompareOrdinal(Unescape(left), Unescape(right));
    }

    private static bool IsPlain(ReadOnlySpan<byte> text) => Ascii.IsValid(text) && !text.Contains((byte)'\\');

    private static string Unescape(ReadOnlySpan<byte> text)
    {
        var escaped = Encoding.UTF8.GetString(text);
        var plain = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                plain.Append(escaped[i]);
                continue;
            }

            var kind = escaped[++i];
            if (kind == 'u')
            {
                plain.Append((char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                plain.Append(kind switch { 'b' => '\b', 't' => '\t', 'n' => '\n', 'f' => '\f', 'r' => '\r', _ => kind });
            }
        }

        return plain.ToString();
    }
}
