namespace GovernancePortal.Web.Features.Knowledge.ReadFeed;

/// <summary>
/// Keeps the last whole feeds as they were written, by their tag: many agents ask for the same one. A tag names a place of the ledger, a day and a scope, so a feed
/// that is kept is never out of date; it is only no longer asked for.
/// </summary>
internal sealed class FeedKeeper
{
    /// <summary>Bytes of all feeds together; a larger one is written anew each time.</summary>
    public const long Most = 96L * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Tag, ReadOnlyMemory<byte> Body)> _kept = [];

    public ReadOnlyMemory<byte>? Find(string tag)
    {
        lock (_lock)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (!node.Value.Tag.Equals(tag, StringComparison.Ordinal)) continue;
                _kept.Remove(node);
                _kept.AddFirst(node);
                return node.Value.Body;
            }

            return null;
        }
    }

    public void Keep(string tag, ReadOnlyMemory<byte> body)
    {
        if (body.Length > Most) return;
        lock (_lock)
        {
            if (_kept.Any(k => k.Tag.Equals(tag, StringComparison.Ordinal))) return;
            _kept.AddFirst((tag, body));
            while (_kept.Sum(k => (long)k.Body.Length) > Most) _kept.RemoveLast();
        }
    }
}
