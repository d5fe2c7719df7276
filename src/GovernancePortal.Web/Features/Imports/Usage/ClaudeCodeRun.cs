using System.Text.Json;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>Somebody is active on a day when any counter of theirs rose on it. What they cost is not read, and nothing but the day is kept.</summary>
internal sealed class ClaudeCodeRun(ImportJob job) : UsageRun(job)
{
    private const string Own = "claude_code.";
    private const string Cost = "claude_code.cost.usage";
    private static readonly HashSet<string> Arrays = new(StringComparer.Ordinal) { "resourceMetrics" };

    private readonly Dictionary<string, (string Login, List<CounterPoint> Points)> _series = new(StringComparer.Ordinal);
    private int _nameless;
    private int _undated;

    protected override Result Read(CancellationToken cancellationToken)
    {
        using var records = new JsonRecords(Job.OpenFile(), Job.Upload.Format, Arrays);
        while (records.Read())
        {
            if (++Report.Rows % 256 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (Refusal(records.Current) is { } refusal) return refusal;
            ReadResource(records.Current, records.Row);
        }

        foreach (var (login, points) in _series.Values)
        {
            foreach (var day in CounterSeries.DaysOfCumulative(points, ref _undated)) Give(login, day);
        }

        return Report.Rows == 0 ? ImportErrors.Format("There are no metrics in this file.", ImportKinds.Of(Job.Upload.Kind).Formats) : Result.Success;
    }

    protected override IEnumerable<string> Notes()
    {
        yield return "Active means: any counter of the person rose on that day (UTC). Costs and prompts are not read, and only the day is kept.";
        if (_nameless > 0) yield return $"{Say.Of(_nameless, "reading names", "readings name")} neither an e-mail nor an account, so nobody can be joined. They were left out.";
        if (_undated > 0) yield return $"{Say.Of(_undated, "rise", "rises")} of a counter cannot be dated, because the reading before is too long ago or missing. They were left out.";
    }

    private Error? Refusal(JsonElement record)
    {
        var formats = ImportKinds.Of(Job.Upload.Kind).Formats;
        if (record.Part("resourceLogs").ValueKind == JsonValueKind.Array) return ImportErrors.Format("These are logs, which can hold prompts, and not metrics. They were not read.", formats);
        if (record.Part("resourceSpans").ValueKind == JsonValueKind.Array) return ImportErrors.Format("These are traces and not metrics.", formats);
        return record.Part("scopeMetrics").ValueKind == JsonValueKind.Array ? null : ImportErrors.Format("The records have none of the fields of OpenTelemetry metrics.", formats);
    }

    private void ReadResource(JsonElement record, int row)
    {
        var resource = record.Part("resource");
        foreach (var metric in record.Items("scopeMetrics").SelectMany(s => s.Items("metrics")))
        {
            if (metric.Part("name") is not { ValueKind: JsonValueKind.String } text || text.GetString() is not { } name) continue;
            if (!name.StartsWith(Own, StringComparison.Ordinal) || name.Equals(Cost, StringComparison.Ordinal)) continue;
            var sum = metric.Part("sum");
            var cumulative = IsCumulative(sum.Part("aggregationTemporality"));
            foreach (var point in sum.Items("dataPoints")) ReadPoint(resource, name, point, cumulative, row);
        }
    }

    private void ReadPoint(JsonElement resource, string metric, JsonElement point, bool? cumulative, int row)
    {
        var (at, value) = (point.Time("timeUnixNano"), point.Value());
        if (at is null) Wrong(row, "timeUnixNano", "time.shape", point.Part("timeUnixNano"), "nanoseconds since 1970");
        else if (at > Job.Now.AddDays(1)) Wrong(row, "timeUnixNano", "date.future", point.Part("timeUnixNano"), "a time that has come");
        if (value is null or < 0) Wrong(row, metric, "count.shape", point, "asInt or asDouble, from 0");
        if (cumulative is null) Wrong(row, metric, "temporality.unknown", point, "aggregationTemporality 1 (delta) or 2 (cumulative)");
        if (Report.Errors.IsWrong(row)) return;

        var login = Attribute("user.email") ?? Attribute("user.account_uuid");
        if (string.IsNullOrWhiteSpace(login) || login.Length > UsageTools.LoginMaxLength)
        {
            _nameless++;
            return;
        }

        var reading = new CounterPoint(point.Time("startTimeUnixNano"), at!.Value, value!.Value);
        if (cumulative == true) Keep(resource, metric, point, login, reading);
        else if (CounterSeries.DayOfDelta(reading) is { } day) Give(login, day);
        else if (reading.Value > 0) _undated++;

        string? Attribute(string key) => point.Attribute(key) ?? resource.Attribute(key);
    }

    private void Keep(JsonElement resource, string metric, JsonElement point, string login, CounterPoint reading)
    {
        var key = $"{login}\n{metric}\n{Text(resource)}\n{Text(point.Part("attributes"))}";
        if (!_series.TryGetValue(key, out var series)) _series.Add(key, series = (login, []));
        series.Points.Add(reading);
    }

    private void Give(string login, DateOnly day) => Staging.Add(UsageTools.ClaudeCode, login, day, active: true);

    private void Wrong(int row, string field, string code, JsonElement found, string expected) => Report.Errors.Add(row, field, code, Text(found) is { Length: > 0 } text ? text : "(absent)", expected);

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText();

    private static bool? IsCumulative(JsonElement temporality) =>
        temporality.ValueKind switch
        {
            JsonValueKind.Number when temporality.TryGetInt32(out var number) => number switch { 1 => false, 2 => true, _ => null },
            JsonValueKind.String => temporality.GetString() switch
            {
                "AGGREGATION_TEMPORALITY_DELTA" => false,
                "AGGREGATION_TEMPORALITY_CUMULATIVE" => true,
                _ => null,
            },
            _ => null,
        };
}
