using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    private readonly List<LedgerFact> _facts = [];

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<LedgerHead> LedgerHead => Set<LedgerHead>();

    public DbSet<MerkleNode> LedgerNodes => Set<MerkleNode>();

    public DbSet<LedgerCheckpoint> LedgerCheckpoints => Set<LedgerCheckpoint>();

    /// <summary>
    /// Notes a decision for the ledger; it is written in the same save as the change itself.
    /// </summary>
    /// <param name="actor">Who acts, as <c>CurrentUser.Actor</c> names them.</param>
    /// <param name="kind">What happened, such as <c>role.assigned</c>.</param>
    /// <param name="subject">What it happened to, such as <c>unit:…</c>.</param>
    /// <param name="payload">The facts, as an object; enums become words and typed ids their value. Ids of people only: no name, no e-mail.</param>
    /// <exception cref="ArgumentException">The ledger cannot hold this.</exception>
    public void Record(string actor, string kind, string subject, object payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var json = payload as JsonObject ?? JsonSerializer.SerializeToNode(payload, payload.GetType(), LedgerJson.Options) as JsonObject;
        if (json is null) throw new ArgumentException("The payload is not an object.", nameof(payload));

        var fact = LedgerFact.Create(actor, kind, subject, json);
        if (!fact.IsSuccess) throw new ArgumentException($"{kind}: {fact.Error!.Message}", nameof(payload));
        _facts.Add(fact.Value);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (_facts.Count > 0) throw new InvalidOperationException("Something was recorded for the ledger; save with SaveChangesAsync.");
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_facts.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        return Database.CurrentTransaction is { } transaction
            ? await SaveInTransactionAsync(transaction, acceptAllChangesOnSuccess, cancellationToken)
            : await SaveInOwnTransactionAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // When the caller goes on after a failed save, the places that it claimed are given back.
    private async Task<int> SaveInTransactionAsync(IDbContextTransaction transaction, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        const string savepoint = "BeforeLedger";
        await transaction.CreateSavepointAsync(savepoint, cancellationToken);
        var append = new LedgerAppend(this);
        try
        {
            var saved = await SaveWithFactsAsync(append, acceptAllChangesOnSuccess, cancellationToken);
            _facts.Clear();
            return saved;
        }
        catch
        {
            await transaction.RollbackToSavepointAsync(savepoint, CancellationToken.None);
            throw;
        }
    }

    // SQL Server may drop the connection and try again: changes are accepted only once they are committed.
    private Task<int> SaveInOwnTransactionAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var append = new LedgerAppend(this);
        return LedgerTurn.RunAsync(
            this,
            async () =>
            {
                var saved = await Database
                    .CreateExecutionStrategy()
                    .ExecuteInTransactionAsync(
                        token => SaveWithFactsAsync(append, acceptAllChangesOnSuccess: false, token),
                        append.WasCommittedAsync,
                        cancellationToken
                    );
                _facts.Clear();
                if (acceptAllChangesOnSuccess) ChangeTracker.AcceptAllChanges();
                return saved;
            },
            cancellationToken
        );
    }

    private async Task<int> SaveWithFactsAsync(LedgerAppend append, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        try
        {
            await append.AddAsync(_facts, this.GetService<TimeProvider>().GetUtcNow(), cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            append.Detach();
        }
    }
}
