namespace GovernancePortal.Data.Bulk;

/// <summary>
/// A table that lives as long as the connection and takes many rows quickly. Its first column is <c>Row</c>, the whole number that
/// <see cref="BeginRow"/> is given; the other columns are set in any order and are null unless set.
/// </summary>
public abstract class BulkTable : IAsyncDisposable
{
    protected BulkTable(string name, IReadOnlyList<BulkColumn> columns) => (Name, Columns) = (name, columns);

    /// <summary>How statements name the table.</summary>
    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public int Count { get; protected set; }

    public abstract void BeginRow(int row);

    public abstract void Set(int column, ReadOnlySpan<char> text);

    public abstract void Set(int column, int value);

    public abstract void Set(int column, DateOnly date);

    public abstract void Set(int column, DateTimeOffset time);

    public abstract void Set(int column, decimal amount);

    public abstract void Set(int column, double number);

    public abstract void Set(int column, Guid id);

    public void Set(int column, bool flag) => Set(column, flag ? 1 : 0);

    public abstract void EndRow();

    /// <summary>Call it after the last row and before the first statement.</summary>
    public abstract Task FinishAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
