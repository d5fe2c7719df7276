using System.Text.Json;
using System.Text.Json.Serialization;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Literacy.Duties;

/// <summary>Reads the duty file and says what is wrong with it, entry by entry.</summary>
internal static class DutyFile
{
    // A misspelt member would leave out what somebody meant to say.
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };

    public static Result<Duty[]> Read(string path, DateOnly today)
    {
        try
        {
            var file = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Options);
            if (file is null || file.Duties.Contains(null!)) return Broken(path, "an entry is empty.");

            var faults = Faults(file.Duties, today).ToList();
            return faults.Count == 0 ? file.Duties : Broken(path, string.Join("; ", faults) + ".");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return Broken(path, exception.Message);
        }
    }

    private static Error Broken(string path, string why) => new("duties.file", $"The duty file {path} cannot be used: {why}");

    private static IEnumerable<string> Faults(Duty[] duties, DateOnly today)
    {
        if (duties.Length == 0) yield return "it names no duty";

        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var duty in duties)
        {
            foreach (var fault in Faults(duty, before, today)) yield return $"{(duty.Id.Length == 0 ? "an entry" : duty.Id)} {fault}";
            before.Add(duty.Id);
        }
    }

    private static IEnumerable<string> Faults(Duty duty, HashSet<string> before, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(duty.Id)) yield return "has no id";
        if (before.Contains(duty.Id)) yield return "is there twice";
        if (string.IsNullOrWhiteSpace(duty.Law)) yield return "names no law";
        if (string.IsNullOrWhiteSpace(duty.Article)) yield return "names no article";
        if (string.IsNullOrWhiteSpace(duty.Source)) yield return "names no source";
        if (duty.Kind != DutyKind.Announcement && string.IsNullOrWhiteSpace(duty.Text)) yield return "has no text";
        if (duty.Kind != DutyKind.Announcement && duty.ValidFrom is null) yield return "has no first day (validFrom); only an announcement may leave it open";
        if (duty.ValidFrom is null && duty.KnownFrom is null) yield return "says neither from when it applies (validFrom) nor since when it is known (knownFrom)";
        if (duty.KnownFrom > duty.ValidFrom) yield return "is known (knownFrom) only after it applies (validFrom)";
        // Looking back only keeps two entries from replacing each other.
        if (duty.Replaces is { } other && !before.Contains(other)) yield return $"replaces {other}, which no entry before it is called";
        if (string.IsNullOrWhiteSpace(duty.ConfirmedBy) != (duty.ConfirmedOn is null)) yield return "needs both, who confirmed it (confirmedBy) and when (confirmedOn)";
        if (duty.ConfirmedOn > today) yield return "is confirmed on a day that has not come";
    }

    private sealed record Content(Duty[] Duties);
}
