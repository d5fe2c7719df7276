using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Ledger;

/// <summary>One spelling for each JSON value (RFC 8785, JCS), so that equal records have equal bytes and therefore equal hashes.</summary>
public static class CanonicalJson
{
    private const int MaxDepth = 64;

    public static Result<string> From(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return From(document.RootElement);
        }
        catch (JsonException)
        {
            return LedgerErrors.NotJson;
        }
    }

    public static Result<string> From(JsonElement value) => new Writer().Finish(w => w.Write(value, 0));

    public static Result<string> From(JsonNode? value) => new Writer().Finish(w => w.Write(value, 0));

    private sealed class Writer
    {
        private readonly StringBuilder _output = new();

        public Result<string> Finish(Func<Writer, Error?> write) => write(this) is { } error ? error : _output.ToString();

        public Error? Write(JsonElement value, int depth)
        {
            if (depth > MaxDepth) return LedgerErrors.TooDeep;

            switch (value.ValueKind)
            {
                case JsonValueKind.Object: return WriteObject(value, depth);
                case JsonValueKind.Array: return WriteArray(value.EnumerateArray(), (item, d) => Write(item, d), depth);
                case JsonValueKind.String: return Read(value.GetString) is { } text ? WriteString(text) : LedgerErrors.LoneSurrogate;
                case JsonValueKind.Number: return WriteNumber(value.GetDouble());
                case JsonValueKind.True: return WriteLiteral("true");
                case JsonValueKind.False: return WriteLiteral("false");
                case JsonValueKind.Null: return WriteLiteral("null");
                default: return LedgerErrors.NotJson;
            }
        }

        public Error? Write(JsonNode? value, int depth)
        {
            if (depth > MaxDepth) return LedgerErrors.TooDeep;

            return value switch
            {
                null => WriteLiteral("null"),
                JsonObject o => WriteObject(o, depth),
                JsonArray a => WriteArray(a, Write, depth),
                _ => WriteValue(value.AsValue(), depth),
            };
        }

        private Error? WriteValue(JsonValue value, int depth)
        {
            if (value.TryGetValue<JsonElement>(out var element)) return Write(element, depth);
            if (value.TryGetValue<string>(out var text)) return WriteString(text);
            if (value.TryGetValue<char>(out var character)) return WriteString(character.ToString());
            if (value.TryGetValue<double>(out var number)) return WriteNumber(number);
            if (value.TryGetValue<float>(out var single) && !float.IsFinite(single)) return LedgerErrors.NotANumber;

            return Write(JsonSerializer.SerializeToElement(value), depth); // dates, ids, decimals: text or digits that the serialiser knows to spell
        }

        private Error? WriteObject(JsonElement value, int depth)
        {
            var members = new List<(string Name, JsonElement Value)>();
            foreach (var property in value.EnumerateObject())
            {
                if (Read(() => property.Name) is not { } name) return LedgerErrors.LoneSurrogate;
                members.Add((name, property.Value));
            }

            return WriteMembers(members, Write, depth);
        }

        private Error? WriteObject(JsonObject value, int depth)
        {
            try
            {
                return WriteMembers(value.Select(p => (p.Key, p.Value)).ToList(), Write, depth);
            }
            catch (ArgumentException)
            {
                return LedgerErrors.DuplicateName; // a parsed JsonObject finds its duplicates when it is first read
            }
        }

        private Error? WriteMembers<T>(List<(string Name, T Value)> members, Func<T, int, Error?> write, int depth)
        {
            members.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name)); // ordinal is the order of UTF-16 code units
            _output.Append('{');
            for (var i = 0; i < members.Count; i++)
            {
                if (i > 0 && string.Equals(members[i].Name, members[i - 1].Name, StringComparison.Ordinal)) return LedgerErrors.DuplicateName;
                if (i > 0) _output.Append(',');
                if (WriteString(members[i].Name) is { } nameError) return nameError;
                _output.Append(':');
                if (write(members[i].Value, depth + 1) is { } valueError) return valueError;
            }

            _output.Append('}');
            return null;
        }

        private Error? WriteArray<T>(IEnumerable<T> items, Func<T, int, Error?> write, int depth)
        {
            var separator = '[';
            foreach (var item in items)
            {
                _output.Append(separator);
                if (write(item, depth + 1) is { } error) return error;
                separator = ',';
            }

            _output.Append(separator == '[' ? "[]" : "]");
            return null;
        }

        private Error? WriteLiteral(string literal)
        {
            _output.Append(literal);
            return null;
        }

        private Error? WriteNumber(double number)
        {
            if (!double.IsFinite(number)) return LedgerErrors.NotANumber;
            EcmaScriptNumber.Append(_output, number);
            return null;
        }

        private Error? WriteString(string text)
        {
            _output.Append('"');
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (char.IsSurrogate(c))
                {
                    if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1])) return LedgerErrors.LoneSurrogate;
                    _output.Append(c).Append(text[++i]);
                }
                else
                {
                    AppendEscaped(c);
                }
            }

            _output.Append('"');
            return null;
        }

        private void AppendEscaped(char c)
        {
            _ = c switch
            {
                '"' => _output.Append("\\\""),
                '\\' => _output.Append("\\\\"),
                '\b' => _output.Append("\\b"),
                '\t' => _output.Append("\\t"),
                '\n' => _output.Append("\\n"),
                '\f' => _output.Append("\\f"),
                '\r' => _output.Append("\\r"),
                < ' ' => _output.Append("\\u00").Append(((int)c).ToString("x2")),
                _ => _output.Append(c),
            };
        }

        // System.Text.Json accepts an escaped half of a pair and throws when the text is asked for.
        private static string? Read(Func<string?> text)
        {
            try
            {
                return text();
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}
