using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Tests.Ledger;

/// <summary>Keeps what the database is going to keep: leaf hashes and the subtrees that the frontier reports. Counts what is read.</summary>
internal sealed class MemoryMerkleSource : IMerkleSource
{
    private readonly Dictionary<int, List<byte[]>> _levels = new() { [0] = [] };

    public MerkleFrontier Frontier { get; } = new();

    public int Reads { get; private set; }

    public int HashesRead { get; private set; }

    public void Append(byte[] leafHash)
    {
        var completed = new List<MerkleNode>();
        Frontier.Append(leafHash, completed);
        _levels[0].Add(leafHash);
        foreach (var node in completed)
        {
            if (!_levels.TryGetValue(node.Level, out var level)) _levels[node.Level] = level = [];
            node.Index.ShouldBe(level.Count);
            level.Add(node.Hash);
        }
    }

    public byte[] Node(int level, long index) => _levels[level][(int)index];

    public ValueTask<IReadOnlyList<byte[]>> ReadAsync(int level, long first, int count, CancellationToken cancellationToken)
    {
        Reads++;
        HashesRead += count;
        return ValueTask.FromResult<IReadOnlyList<byte[]>>(_levels[level].GetRange((int)first, count));
    }

    public static MemoryMerkleSource WithLeaves(int count)
    {
        var source = new MemoryMerkleSource();
        for (var i = 0; i < count; i++) source.Append(Leaf(i));
        return source;
    }

    public static byte[] Leaf(int i) => MerkleHash.Leaf(BitConverter.GetBytes(i));
}
