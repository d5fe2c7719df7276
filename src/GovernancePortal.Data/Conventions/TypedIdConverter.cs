using GovernancePortal.Domain.Common;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GovernancePortal.Data.Conventions;

/// <summary>Stores a typed id as the GUID it wraps.</summary>
internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Wrap(value))
    where TId : struct, ITypedId<TId>
{
    // An expression tree may not call a static abstract member itself.
    private static TId Wrap(Guid value) => TId.From(value);
}

/// <summary>Stores a typed id in 16 bytes, most significant first, so that version 7 ids sort by age. SQLite would use 36 characters of text.</summary>
internal sealed class TypedIdBytesConverter<TId>() : ValueConverter<TId, byte[]>(id => id.Value.ToByteArray(true), bytes => Wrap(bytes))
    where TId : struct, ITypedId<TId>
{
    private static TId Wrap(byte[] bytes) => TId.From(new Guid(bytes, bigEndian: true));
}

/// <summary>As <see cref="TypedIdBytesConverter{TId}"/>, for plain GUIDs.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
