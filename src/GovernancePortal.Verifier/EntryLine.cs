using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GovernancePortal.Verifier;

/// <summary>Where the parts of a log line are. The line is {"entry":E,"leaf":"H"}; the bytes of E are what was hashed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EntryLine(int Start, int End, long Sequence, int LeafStart)
{
    private const int LeafLength = 64;
    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdef"u8);
    private static readonly SearchValues<byte> Token = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:._-/"u8);

    public static EntryLine Read(ReadOnlySpan<byte> line, long lineNumber)
    {
        var reader = new CanonicalReader(line, lineNumber);
        reader.Expect("{\"entry\":"u8);
        var start = reader.Position;
        reader.Expect("{\"actor\":"u8);
        ReadToken(ref reader, "actor");
        reader.Expect(",\"at\":"u8);
        ReadTime(ref reader);
        reader.Expect(",\"kind\":"u8);
        ReadToken(ref reader, "kind");
        reader.Expect(",\"payload\":"u8);
        if (!reader.NextIs((byte)'{')) throw reader.Fault("the payload is not an object");
        reader.ReadValue();
        reader.Expect(",\"seq\":"u8);
        var sequence = ReadSequence(ref reader);
        reader.Expect(",\"subject\":"u8);
        ReadToken(ref reader, "subject");
        reader.Expect(",\"v\":1}"u8);
        var end = reader.Position;
        reader.Expect(",\"leaf\":"u8);
        var leaf = reader.ReadString();
        if (leaf.Length != LeafLength || leaf.ContainsAnyExcept(Hex)) throw reader.Fault("the leaf is not a hash in 64 lower-case hexadecimal digits");
        var leafStart = reader.Position - 1 - LeafLength;
        reader.Expect("}"u8);
        if (!reader.AtEnd) throw reader.Fault("something follows the entry");

        return new EntryLine(start, end, sequence, leafStart);
    }

    private static void ReadToken(ref CanonicalReader reader, string name)
    {
        var token = reader.ReadString();
        if (token.IsEmpty || token.ContainsAnyExcept(Token)) throw reader.Fault($"the {name} is empty or holds a character that does not belong there");
    }

    private static void ReadTime(ref CanonicalReader reader)
    {
        var text = Encoding.UTF8.GetString(reader.ReadString());
        const string format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) throw reader.Fault("the time is not UTC with milliseconds");
    }

    private static long ReadSequence(ref CanonicalReader reader)
    {
        var text = reader.ReadNumber();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : throw reader.Fault("the sequence is not a whole number");
    }
}
