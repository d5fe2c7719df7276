using System.Text;
using System.Text.Json;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>
/// Reads the records of a JSON file one at a time, however long the file is: the elements of an array at the top, or of an array that a property of the top object
/// holds, or one value per line, which may itself be a report with such an array, or the top object itself when it has no such array. Other properties of the
/// top object are kept when they are short.
/// </summary>
internal sealed class JsonRecords : IDisposable
{
    private const int LongestRecord = 16 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly IReadOnlySet<string> _arrays;
    private readonly Dictionary<string, string> _top = new(StringComparer.Ordinal);
    private readonly StreamReader? _lines;
    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _final;
    private JsonReaderState _state = new(new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    private bool _inRecords;
    private bool _began;
    private bool _hadRecords;
    private JsonDocument? _current;
    private IEnumerator<JsonElement>? _inLine;

    public JsonRecords(Stream stream, FileFormat format, IReadOnlySet<string> arrays)
    {
        (_stream, _arrays) = (stream, arrays);
        if (format == FileFormat.Ndjson) _lines = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    }

    /// <summary>Number of the record, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Plain properties of the top object that were met so far, as text.</summary>
    public IReadOnlyDictionary<string, string> Top => _top;

    public JsonElement Current { get; private set; }

    /// <exception cref="ImportBrokenException">The file is no JSON.</exception>
    public bool Read()
    {
        try
        {
            if (_inLine is not { } inLine || !inLine.MoveNext())
            {
                _current?.Dispose();
                (_current, _inLine) = (null, null);
                if (_lines is null ? !ReadElement() && !ReadWhole() : !ReadLine()) return false;
            }

            Current = _inLine?.Current ?? _current!.RootElement;
            Row++;
            return true;
        }
        catch (JsonException exception)
        {
            throw new ImportBrokenException(ImportErrors.BrokenJson($"after record {Row}, line {(exception.LineNumber ?? 0) + 1}"));
        }
    }

    public void Dispose()
    {
        _current?.Dispose();
        _inLine?.Dispose();
        _lines?.Dispose();
        _stream.Dispose();
    }

    private bool ReadLine()
    {
        while (_lines!.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            _current = JsonDocument.Parse(line);
            var array = _current.RootElement.EnumerateObjectOrNothing().FirstOrDefault(p => _arrays.Contains(p.Name) && p.Value.ValueKind == JsonValueKind.Array);
            if (array.Value.ValueKind == JsonValueKind.Undefined) return true;
            _inLine = array.Value.EnumerateArray().GetEnumerator();
            if (_inLine.MoveNext()) return true;
            _current.Dispose();
            _inLine = null;
        }

        return false;
    }

    // A report of one day may be one object, which is then the only record.
    private bool ReadWhole()
    {
        if (Row > 0 || _hadRecords || _stream.Length > LongestRecord) return false;
        _stream.Position = 0;
        _current = JsonDocument.Parse(_stream);
        _hadRecords = true;
        return _current.RootElement.ValueKind == JsonValueKind.Object;
    }

    private bool ReadElement()
    {
        if (!_began) Begin();
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
            var step = Step(ref reader);
            if (step == Outcome.NeedMore)
            {
                if (_final) return false;
                Fill();
                continue;
            }

            _start += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            if (step == Outcome.Record) return true;
        }
    }

    private enum Outcome
    {
        NeedMore,
        Token,
        Record,
    }

    // One token, or one whole value, or nothing: a reader that runs dry half way is thrown away and made anew with more bytes.
    private Outcome Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return Outcome.NeedMore;
        if (_inRecords)
        {
            if (reader.TokenType == JsonTokenType.EndArray) _inRecords = false;
            else return JsonDocument.TryParseValue(ref reader, out _current) ? Outcome.Record : Outcome.NeedMore;
            return Outcome.Token;
        }

        if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 0) _inRecords = _hadRecords = true;
        return reader.TokenType == JsonTokenType.PropertyName ? Property(ref reader) : Outcome.Token;
    }

    private Outcome Property(ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        if (!reader.Read()) return Outcome.NeedMore;
        if (reader.TokenType == JsonTokenType.StartArray && _arrays.Contains(name))
        {
            _inRecords = _hadRecords = true;
            return Outcome.Token;
        }

        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return reader.TrySkip() ? Outcome.Token : Outcome.NeedMore;
        _top[name] = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        return Outcome.Token;
    }

    private void Begin()
    {
        _began = true;
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) _start = 3;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LongestRecord) throw new ImportBrokenException(ImportErrors.BrokenJson($"record {Row + 1} is longer than 16 MB"));
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _final = read == 0;
    }
}

file static class JsonRecordExtensions
{
    public static IEnumerable<JsonProperty> EnumerateObjectOrNothing(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];
}
