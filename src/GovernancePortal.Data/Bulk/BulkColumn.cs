namespace GovernancePortal.Data.Bulk;

/// <summary>What a staging column holds.</summary>
public enum BulkType
{
    Text,
    Number,
    Flag,
    Date,
    Time,
    Money,
    Real,
    Id,
}

/// <summary>A column of a staging table.</summary>
/// <param name="Name">Name in the statements.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Length">Longest text; 0 for other types.</param>
public sealed record BulkColumn(string Name, BulkType Type, int Length = 0);
