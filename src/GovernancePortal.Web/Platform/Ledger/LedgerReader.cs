using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GovernancePortal.Data;
using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Reads the entries as they are stored, in order, without EF and on a thread of its own, so that whoever hashes them waits for nothing.</summary>
internal static class LedgerReader
{
    private const int BatchSize = 1024;
    private const int BatchesAhead = 8;

    /// <summary>Batches of the rows with a sequence below <paramref name="size"/>, also those that no ledger can hold.</summary>
    public static async IAsyncEnumerable<LedgerColumns[]> ReadAsync(
        PortalDbContext db,
        long size,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<LedgerColumns[]>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(db.Database.GetDbConnection(), size, batches.Writer, stopped.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken)) yield return batch;
        }
        finally
        {
            await stopped.CancelAsync();
            await reading;
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task FillAsync(DbConnection connection, long size, ChannelWriter<LedgerColumns[]> writer, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText =
                "SELECT Sequence, At, ActorId, Kind, Subject, Payload, LeafHash FROM LedgerEntries WHERE Sequence < @size ORDER BY Sequence";
            command.CommandTimeout = 0;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@size", size);
            command.Parameters.Add(parameter);

            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var batch = new List<LedgerColumns>(BatchSize);
            while (await reader.ReadAsync(cancellationToken))
            {
                batch.Add(Row(reader));
                if (batch.Count < BatchSize) continue;
                await writer.WriteAsync([.. batch], cancellationToken);
                batch.Clear();
            }

            await writer.WriteAsync([.. batch], cancellationToken);
            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception); // thrown again where the batches are read, unless nobody reads any more
        }
    }

    private static LedgerColumns Row(DbDataReader reader)
    {
        var sequence = reader.GetInt64(0);
        try
        {
            var at = new DateTimeOffset(DateTime.SpecifyKind(reader.GetDateTime(1), DateTimeKind.Utc));
            return new LedgerColumns(
                sequence, at, reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetFieldValue<byte[]>(6));
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException)
        {
            // SQLite lets anything be written into any column: such a row is handed on as one that no ledger can hold.
            return new LedgerColumns(sequence, default, "", "", "", "", []);
        }
    }
}
