using System.Globalization;
using System.Text.Json;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>What a file or a request holds.</summary>
/// <param name="Input">As far as it could be read; worked with only when there are no faults.</param>
/// <param name="Faults">Everything that is wrong with it, at once.</param>
/// <param name="Draws">Null when it does not say.</param>
/// <param name="Seed">Null when it does not say.</param>
public sealed record ScenarioReading(ScenarioInput Input, IReadOnlyList<ScenarioFault> Faults, int? Draws, ulong? Seed)
{
    /// <summary>Places of what the model has no use for, such as a word that is spelled otherwise; the first hundred.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>Reads scenarios from JSON. What is not there has its default; what cannot be understood is a fault with the place it is at.</summary>
public sealed class ScenarioReader
{
    private const string NotANumber = "Enter a number.";

    private readonly List<ScenarioFault> _faults = [];

    public static ScenarioReading Read(JsonElement root)
    {
        var reader = new ScenarioReader();
        var input = reader.Input(root);
        var (draws, seed) = reader.Chance(root);
        // Something that could not be read holds its place with a value that may be a fault of its own; it is told once.
        var told = reader._faults.Select(f => (f.Code, f.Field)).ToHashSet();
        return new(input, [.. reader._faults, .. ScenarioFaults.Of(input).Where(f => !told.Contains((f.Code, f.Field)))], draws, seed) { Unknown = ScenarioWords.UnknownIn(root) };
    }

    private ScenarioInput Input(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _faults.Add(new("input", "", "A scenario is an object."));
            return new ScenarioInput();
        }

        var policies = Each(root, "policies", "policy.shares").Select(p => Policy(p.Item, p.Field)).ToList();
        return new ScenarioInput
        {
            HorizonMonths = Whole(root, "horizonMonths", ScenarioInput.DefaultHorizon, "horizon"),
            AnnualRevenue = Number(root, "annualRevenue", "annualRevenue", 0, "revenue"),
            Currency = Text(root, "currency") ?? "",
            Staff = [.. Each(root, "staff", "staff.level").Select(c => Cell(c.Item, c.Field))],
            Parameters = Parameters(root),
            Policies = policies.Count == 0 ? Scenarios.Policy.Defaults : policies,
        };
    }

    private StaffCell Cell(JsonElement item, string at) =>
        new(
            LevelOf(Text(item, "level")),
            Number(item, "annualLoadedCost", $"{at}.annualLoadedCost", -1, "staff.cost"),
            Number(item, "tenureYears", $"{at}.tenureYears", -1, "staff.tenure"),
            item.TryGetProperty("displaced", out var displaced) && displaced.ValueKind == JsonValueKind.True)
        {
            Count = Number(item, "count", $"{at}.count", 1, "staff.count"),
            KnowledgeWeight = item.TryGetProperty("knowledgeWeight", out var weight) && weight.ValueKind != JsonValueKind.Null
                ? Number(item, "knowledgeWeight", $"{at}.knowledgeWeight", -1, "staff.knowledge")
                : null,
        };

    private static Level LevelOf(string? text) =>
        text switch
        {
            "junior" => Level.Junior,
            "mid" => Level.Mid,
            "senior" => Level.Senior,
            "principal" => Level.Principal,
            _ => Level.Unknown,
        };

    private Policy Policy(JsonElement item, string at)
    {
        var standard = new Policy("", 0, 0, 0);
        return new Policy(Text(item, "name") ?? "", Share("layoffShare"), Share("reallocShare"), Share("attritionShare"))
        {
            SplitVetting = Number(item, "splitVetting", at, standard.SplitVetting, "policy.split"),
            SplitGuardrail = Number(item, "splitGuardrail", at, standard.SplitGuardrail, "policy.split"),
            SplitKb = Number(item, "splitKb", at, standard.SplitKb, "policy.split"),
            AdoptionDelayMonths = Number(item, "adoptionDelayMonths", $"{at}.adoptionDelayMonths", standard.AdoptionDelayMonths, "policy.delay"),
            ExternalVetters = Number(item, "externalVetters", $"{at}.externalVetters", 0, "policy.external"),
        };

        double Share(string name) => Number(item, name, at, 0, "policy.shares");
    }

    private Dictionary<Parameter, Distribution> Parameters(JsonElement root)
    {
        var read = new Dictionary<Parameter, Distribution>();
        if (!root.TryGetProperty("params", out var given) || given.ValueKind != JsonValueKind.Object) return read;
        foreach (var property in given.EnumerateObject())
        {
            var field = $"params.{property.Name}";
            if (ModelParameters.Find(property.Name) is not { } definition) _faults.Add(new("param.unknown", field, "The model has no such parameter."));
            else if (DistributionOf(property.Value, field) is { } distribution) read[definition.Parameter] = distribution;
        }

        return read;
    }

    // A bare number is a fixed value.
    private Distribution? DistributionOf(JsonElement value, string field)
    {
        if (value.ValueKind == JsonValueKind.Number) return new Distribution.Fixed(value.GetDouble());
        var type = value.ValueKind == JsonValueKind.Object ? Text(value, "type") : null;
        string[]? names = type switch
        {
            "fixed" => ["value"],
            "uniform" => ["min", "max"],
            "triangular" => ["min", "mode", "max"],
            "lognormal" => ["mean", "sigma"],
            "bernoulli" => ["p"],
            _ => null,
        };
        if (names is null)
        {
            _faults.Add(new("param.type", field, "Use a number, or type fixed, uniform, triangular, lognormal or bernoulli."));
            return null;
        }

        if (Array.Find(names, n => !value.TryGetProperty(n, out var v) || v.ValueKind != JsonValueKind.Number) is { } missing)
        {
            _faults.Add(new("param.field", field, $"A {type} spread needs the number {missing}."));
            return null;
        }

        var given = Array.ConvertAll(names, n => value.GetProperty(n).GetDouble());
        return type switch
        {
            "fixed" => new Distribution.Fixed(given[0]),
            "uniform" => new Distribution.Uniform(given[0], given[1]),
            "triangular" => new Distribution.Triangular(given[0], given[1], given[2]),
            "lognormal" => new Distribution.LogNormal(given[0], given[1]),
            _ => new Distribution.Bernoulli(given[0]),
        };
    }

    private (int? Draws, ulong? Seed) Chance(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("monteCarlo", out var given) || given.ValueKind != JsonValueKind.Object) return (null, null);
        return (
            given.TryGetProperty("draws", out var draws) && draws.ValueKind == JsonValueKind.Number && draws.TryGetInt32(out var count) ? count : null,
            given.TryGetProperty("seed", out var seed) && seed.ValueKind == JsonValueKind.Number && seed.TryGetUInt64(out var number) ? number : null);
    }

    private IEnumerable<(JsonElement Item, string Field)> Each(JsonElement root, string name, string code)
    {
        if (!root.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null) yield break;
        if (list.ValueKind != JsonValueKind.Array)
        {
            _faults.Add(new(code, name, "This is a list."));
            yield break;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"{name}[{index++}]");
            if (item.ValueKind == JsonValueKind.Object) yield return (item, field);
            else _faults.Add(new(code, field, "This is an object."));
        }
    }

    private int Whole(JsonElement item, string name, int standard, string code)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return standard;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        _faults.Add(new(code, name, "Enter a whole number."));
        return 0;
    }

    private double Number(JsonElement item, string name, string field, double standard, string code)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return standard;
        if (value.ValueKind == JsonValueKind.Number) return value.GetDouble();
        _faults.Add(new(code, field, NotANumber));
        return standard;
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
