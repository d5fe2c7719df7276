using System.Buffers;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Ledger;

/// <summary>What is to be recorded, before the ledger gives it a place: who did what to what.</summary>
/// <remarks>
/// The payload refers to people by id and never holds a name, an address or pay: an entry cannot be erased, a person's data must be.
/// </remarks>
public sealed record LedgerFact
{
    public const int ActorIdMaxLength = 100;
    public const int KindMaxLength = 64;
    public const int SubjectMaxLength = 100;
    public const int PayloadMaxLength = 60_000;

    // Nothing that JSON would escape, so that the hashed bytes hold these columns exactly as they are stored.
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:._-/");

    private LedgerFact(string actorId, string kind, string subject, string payload) =>
        (ActorId, Kind, Subject, Payload) = (actorId, kind, subject, payload);

    /// <summary>Who: <c>user:</c> or <c>key:</c> and an id, or <c>system</c>.</summary>
    public string ActorId { get; }

    /// <summary>What happened, as in <c>role.assigned</c>.</summary>
    public string Kind { get; }

    /// <summary>What it happened to: the type and its id, as in <c>unit:</c> and a GUID.</summary>
    public string Subject { get; }

    /// <summary>The details, as canonical JSON.</summary>
    public string Payload { get; }

    public static Result<LedgerFact> Create(string actorId, string kind, string subject, JsonObject payload)
    {
        if (!IsToken(actorId, ActorIdMaxLength)) return LedgerErrors.NotAToken("actor");
        if (!IsToken(kind, KindMaxLength)) return LedgerErrors.NotAToken("kind");
        if (!IsToken(subject, SubjectMaxLength)) return LedgerErrors.NotAToken("subject");

        var canonical = CanonicalJson.From(payload);
        if (!canonical.IsSuccess) return canonical.Error!;
        if (canonical.Value.Length > PayloadMaxLength) return LedgerErrors.PayloadTooLong;
        if (ExactNumbers.AreLostIn(payload)) return LedgerErrors.InexactNumber;

        return new LedgerFact(actorId, kind, subject, canonical.Value);
    }

    internal static bool IsToken(string? text, int maxLength) =>
        text is { Length: > 0 } && text.Length <= maxLength && !text.AsSpan().ContainsAnyExcept(TokenCharacters);
}
