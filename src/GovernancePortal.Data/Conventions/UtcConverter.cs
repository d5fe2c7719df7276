using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GovernancePortal.Data.Conventions;

/// <summary>Stores points in time as UTC without an offset: SQLite can neither compare nor sort a DateTimeOffset.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTimeOffset, DateTime>(time => time.UtcDateTime, time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
