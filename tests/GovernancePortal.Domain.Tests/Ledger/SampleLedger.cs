using System.Text.Json.Nodes;
using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Tests.Ledger;

/// <summary>A small ledger with all that a payload may hold.</summary>
internal static class SampleLedger
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 31, 5, 120, TimeSpan.Zero);

    public static LedgerFact Fact(int i) => LedgerFact.Create(
        i % 5 == 0 ? "system" : $"user:{Id(i % 7)}",
        i % 3 == 0 ? "target.evaluated" : "role.assigned",
        $"unit:{Id(i % 11)}",
        new JsonObject
        {
            ["role"] = "TeamLead",
            ["threshold"] = 0.9m,
            ["sample"] = i,
            ["reason"] = $"“Wrong column” in\tsheet {i} 😀",
            ["was"] = new JsonArray(0.85m, null, false),
            ["ids"] = new JsonObject { ["unit"] = Id(i), ["€"] = -1.5e-9, ["\ufb33"] = 1e21 },
        }).Value;

    public static LedgerEntry Entry(int sequence) => LedgerEntry.Append(sequence, Start.AddSeconds(sequence), Fact(sequence));

    public static List<LedgerColumns> Rows(int count) => [.. Enumerable.Range(0, count).Select(i => Entry(i).ToColumns())];

    /// <summary>The row with this content and the leaf hash that belongs to it, as someone who rewrites the table would make it.</summary>
    public static LedgerColumns Rehashed(LedgerColumns row)
    {
        var hash = new byte[MerkleHash.Size];
        new LedgerEntryEncoder().TryHash(row, hash).ShouldBeTrue();
        return row with { LeafHash = hash };
    }

    public static Checkpoint CheckpointOver(IEnumerable<LedgerColumns> rows)
    {
        var frontier = new MerkleFrontier();
        foreach (var row in rows) frontier.Append(row.LeafHash);
        return new Checkpoint("larkfield.example/ledger", frontier.Size, frontier.Root());
    }

    private static string Id(int i) => new Guid(i, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1).ToString();
}
