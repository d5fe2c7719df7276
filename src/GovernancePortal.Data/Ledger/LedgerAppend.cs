using System.Data.Common;
using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GovernancePortal.Data.Ledger;

/// <summary>Gives facts their places in the ledger, inside the transaction of the save that they belong to. A save that is tried again claims places anew.</summary>
internal sealed class LedgerAppend(PortalDbContext db)
{
    private readonly List<object> _rows = [];
    private LedgerEntry? _last;

    /// <summary>
    /// Claims the next places and adds the entries and completed subtrees to the context. The first statement locks the head row until the
    /// transaction ends, so whoever appends at the same time, in this process or another, waits here.
    /// </summary>
    public async Task AddAsync(IReadOnlyList<LedgerFact> facts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var frontier = await ClaimAsync(facts.Count, cancellationToken);
        var completed = new List<MerkleNode>();
        foreach (var fact in facts)
        {
            _last = LedgerEntry.Append(frontier.Size, now, fact);
            frontier.Append(_last.LeafHash, completed);
            _rows.Add(_last);
        }

        await using var command = Command("UPDATE LedgerHead SET Frontier = @edge", ("@edge", frontier.ToBytes()));
        await command.ExecuteNonQueryAsync(cancellationToken);
        _rows.AddRange(completed);
        db.AddRange(_rows);
    }

    /// <summary>Asked after a commit that nobody confirmed.</summary>
    public Task<bool> WasCommittedAsync(CancellationToken cancellationToken) =>
        _last is not { Sequence: var sequence, LeafHash: var hash }
            ? Task.FromResult(false)
            : db.LedgerEntries.AnyAsync(e => e.Sequence == sequence && e.LeafHash == hash, cancellationToken);

    /// <summary>Takes the rows out of the context again: written they are never touched, not written they never were.</summary>
    public void Detach()
    {
        foreach (var row in _rows) db.Entry(row).State = EntityState.Detached;
        _rows.Clear();
    }

    // Plain commands: this is the part of a save that everybody else waits for.
    private async Task<MerkleFrontier> ClaimAsync(int count, CancellationToken cancellationToken)
    {
        await using var command = Command("UPDATE LedgerHead SET Size = Size + @count; SELECT Size, Frontier FROM LedgerHead", ("@count", count));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw new InvalidOperationException("The ledger has no head; verify the ledger.");

        var frontier = MerkleFrontier.FromBytes(reader.GetFieldValue<byte[]>(1));
        return frontier?.Size == reader.GetInt64(0) - count ? frontier : throw new InvalidOperationException("The ledger's head is damaged; verify the ledger.");
    }

    private DbCommand Command(string text, (string Name, object Value) argument)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = argument;
        command.Parameters.Add(parameter);
        return command;
    }
}
