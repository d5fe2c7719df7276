namespace GovernancePortal.Verifier;

/// <summary>Gives the lines of a stream without their line feed, in a buffer that it reuses.</summary>
internal sealed class LineReader(Stream stream)
{
    private const int LongestLine = 4_000_000;
    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;
    private long _lines;

    /// <summary>The line may be written to; it is valid until the next call.</summary>
    public bool TryRead(out Span<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = _buffer.AsSpan(_start, searched + feed);
                _start += searched + feed + 1;
                _lines++;
                return true;
            }

            searched = _end - _start;
            if (Fill()) continue;

            line = [];
            return _start == _end ? false : throw new RejectedException($"The log breaks off in the middle of line {_lines + 1}.");
        }
    }

    private bool Fill()
    {
        var kept = _end - _start;
        if (kept > LongestLine) throw new RejectedException($"Line {_lines + 1} is longer than any entry can be.");

        var target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, kept);

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
