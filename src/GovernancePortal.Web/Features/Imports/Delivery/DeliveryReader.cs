using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Delivery;

/// <summary>Checks each row of a delivery file and stages it; a row that stands there twice counts once, two rows with one id that differ are told.</summary>
internal sealed class DeliveryReader(TableRows rows, UpsertTable target, BulkTable staged, ImportJob job)
{
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _times = new(StringComparer.Ordinal);
    private bool _zoneMissing;

    public int Repeated { get; private set; }

    /// <summary>Times that say no zone.</summary>
    public int WithoutZone { get; private set; }

    public void ReadAll(CancellationToken cancellationToken)
    {
        while (rows.Read(cancellationToken))
        {
            _texts.Clear();
            _times.Clear();
            _zoneMissing = false;
            ReadRow();
            if (rows.IsWrong) continue;
            if (_zoneMissing) WithoutZone++;
            Stage();
        }
    }

    private void ReadRow()
    {
        switch (job.Upload.Kind)
        {
            case ImportKind.Deployments:
                Text("key", "Key", DeliveryDeployment.KeyMaxLength);
                Text("deployment", "Deployment", DeliveryDeployment.KeyMaxLength);
                Text("scope", "Scope", DeliveryDeployment.KeyMaxLength);
                // An empty environment is allowed, and is not production.
                Text("environment", "Environment", DeliveryDeployment.WordMaxLength, mayBeEmpty: true, upper: true);
                Text("result", "Outcome", DeliveryDeployment.WordMaxLength, upper: true);
                Time("finished", "FinishedAt", mayBeEmpty: true);
                break;
            case ImportKind.DeliveryIncidents:
                Text("key", "Key", DeliveryDeployment.KeyMaxLength);
                Text("scopeKind", "ScopeKind", DeliveryDeployment.WordMaxLength);
                Text("scope", "Scope", DeliveryDeployment.KeyMaxLength);
                Time("began", "BeganAt");
                break;
            default:
                Text("project", "Project", DeliveryScope.ProjectMaxLength);
                Text("scopeKind", "ScopeKind", DeliveryDeployment.WordMaxLength);
                Text("scope", "Scope", DeliveryDeployment.KeyMaxLength);
                break;
        }
    }

    private void Text(string field, string column, int longest, bool mayBeEmpty = false, bool upper = false)
    {
        var text = rows.Cell(field);
        if (text.IsEmpty && !mayBeEmpty) rows.Wrong(field, "text.missing", text, "a value");
        else if (text.Length > longest) rows.Wrong(field, "text.long", text, $"at most {longest} characters");
        else _texts[column] = upper ? text.ToString().ToUpperInvariant() : text.ToString();
    }

    private void Time(string field, string column, bool mayBeEmpty = false)
    {
        var text = rows.Cell(field);
        if (text.IsEmpty && mayBeEmpty) return;
        if (!DeliveryTimes.TryRead(text, out var time, out var hasZone)) rows.Wrong(field, "time.unreal", text, "a real time, such as 2026-11-23T08:00:00Z");
        else if (time > job.Now.AddDays(1)) rows.Wrong(field, "date.future", text, "a time that has come");
        else (_times[column], _zoneMissing) = (time, _zoneMissing || !hasZone);
    }

    private void Stage()
    {
        var key = string.Join('\n', target.Keys.Select(k => _texts[k.Name]));
        var values = string.Join('\n', target.Values.Select(v => v.Type == BulkType.Time ? $"{_times.GetValueOrDefault(v.Name):O}" : _texts[v.Name]));
        if (_seen.TryGetValue(key, out var before))
        {
            if (before.Equals(values, StringComparison.Ordinal)) Repeated++;
            else rows.Wrong("key", "key.twice", rows.Cell("key"), "an id that only one row has");
            return;
        }

        _seen.Add(key, values);
        staged.BeginRow(rows.Row);
        foreach (var (column, text) in _texts) staged.Set(target.IndexOf(column), text);
        foreach (var (column, time) in _times) staged.Set(target.IndexOf(column), time);
        staged.EndRow();
    }
}
