using System.Text.Json;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>Where the positions of a scenario come from.</summary>
public enum ScenarioOrigin
{
    /// <summary>The roster: its costs are what people of the organisation cost.</summary>
    Organisation = 0,

    /// <summary>A template with invented figures: nobody's pay is in it.</summary>
    Template = 1,

    /// <summary>A file that somebody brought; what its figures are is not known, so they count as pay.</summary>
    Import = 2,
}

public enum ScenarioState
{
    Current = 0,

    /// <summary>Kept with its runs, but neither changed nor run any more.</summary>
    Archived = 1,
}

/// <summary>What a scenario is called and whom it is about.</summary>
/// <param name="Name">For people; two scenarios may have the same.</param>
/// <param name="UnitId">The unit it is about; null for the whole organisation, or for none.</param>
public sealed record ScenarioHead(string Name, UnitId? UnitId);

/// <summary>A question about displaced positions with everything it is worked out from. Every run keeps a copy of its own, so changing the scenario changes no result.</summary>
public sealed class Scenario
{
    public const int NameMaxLength = 120;
    public const int CurrencyMaxLength = 10;
    public const int PolicyNameMaxLength = 60;
    public const int ReasonMaxLength = 500;
    public const int NoteMaxLength = 1000;

    /// <summary>Months of service by levels and displaced or not; what comes in more cells than that is summed up first.</summary>
    public const int MostCells = 20_000;

    private Scenario() { }

    public ScenarioId Id { get; private set; }

    public string Name { get; private set; } = "";

    public UnitId? UnitId { get; private set; }

    public ScenarioState State { get; private set; }

    public ScenarioOrigin Origin { get; private set; }

    /// <summary>What was assumed where the positions come from, such as pay that the roster does not have; empty when nothing was.</summary>
    public string Note { get; private set; } = "";

    /// <summary>As the ledger names whoever made it.</summary>
    public string Author { get; private set; } = "";

    /// <summary>Name of the account at the time.</summary>
    public string AuthorName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>As <see cref="ScenarioWriter"/> spells it.</summary>
    public string InputJson { get; private set; } = "";

    /// <summary>By the key of a parameter, why it differs from the default; JSON.</summary>
    public string ReasonsJson { get; private set; } = "{}";

    /// <summary>Number of the newest run; 0 before the first.</summary>
    public int LastRun { get; private set; }

    /// <summary>Counts saves; two people who change the same version are told apart by it.</summary>
    public int Version { get; private set; }

    /// <summary>Whether what the positions cost could be somebody's pay.</summary>
    public bool HoldsPay => Origin != ScenarioOrigin.Template;

    public ScenarioInput Input => Read(InputJson);

    /// <summary>By the key of a parameter, why it differs from the default.</summary>
    public IReadOnlyDictionary<string, string> Reasons => ScenarioJson.Read<Dictionary<string, string>>(ReasonsJson);

    public static Result<Scenario> Create(ScenarioHead head, ScenarioOrigin origin, ScenarioInput input, string note, string author, string authorName, DateTimeOffset now)
    {
        var scenario = new Scenario
        {
            Id = ScenarioId.New(),
            Origin = origin,
            Note = note.Length > NoteMaxLength ? note[..NoteMaxLength] : note,
            Author = author,
            AuthorName = authorName,
            CreatedAt = now,
        };
        if (scenario.Rename(head) is { IsSuccess: false } unnamed) return unnamed.Error!;
        return scenario.Take(input) is { IsSuccess: false } unusable ? unusable.Error! : scenario;
    }

    /// <summary>Changes anything but parameters, which need a reason each.</summary>
    public Result Revise(ScenarioHead head, ScenarioInput input)
    {
        if (State == ScenarioState.Archived) return ScenarioErrors.Archived;
        var renamed = Rename(head);
        return renamed.IsSuccess ? Take(input with { Parameters = Input.Parameters }) : renamed;
    }

    /// <summary>Sets a parameter, or gives it its default back.</summary>
    /// <param name="parameter">Which.</param>
    /// <param name="value">Null for the default.</param>
    /// <param name="reason">Why; kept with the value.</param>
    public Result Set(Parameter parameter, Distribution? value, string reason) => Set([new(parameter, value)], reason);

    /// <summary>Sets several for the same reason, all of them or none.</summary>
    public Result Set(IReadOnlyCollection<KeyValuePair<Parameter, Distribution?>> values, string reason)
    {
        if (values.Count == 0) return Result.Success;
        var place = $"reasons.{ModelParameters.Of(values.First().Key).Key}";
        if (State == ScenarioState.Archived) return ScenarioErrors.Archived;
        if (string.IsNullOrWhiteSpace(reason)) return ScenarioErrors.At(place, "Say why; the reason is kept with the value.");
        if (reason.Trim().Length > ReasonMaxLength) return ScenarioErrors.At(place, $"Use at most {ReasonMaxLength} characters.");

        var input = Input;
        var parameters = new Dictionary<Parameter, Distribution>(input.Parameters);
        var reasons = new SortedDictionary<string, string>(Reasons.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (parameter, value) in values)
        {
            var key = ModelParameters.Of(parameter).Key;
            if (value is null)
            {
                parameters.Remove(parameter);
                reasons.Remove(key);
            }
            else
            {
                parameters[parameter] = value;
                reasons[key] = reason.Trim();
            }
        }

        var taken = Take(input with { Parameters = parameters });
        if (taken.IsSuccess) ReasonsJson = ScenarioJson.Write(reasons);
        return taken;
    }

    /// <summary>Takes over why the parameters of an import differ, as far as the file says.</summary>
    public void Explain(IReadOnlyDictionary<string, string> reasons) =>
        ReasonsJson = ScenarioJson.Write(new SortedDictionary<string, string>(
            reasons.Where(r => ModelParameters.Find(r.Key) is not null && !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Key, r => r.Value.Length > ReasonMaxLength ? r.Value[..ReasonMaxLength] : r.Value, StringComparer.Ordinal),
            StringComparer.Ordinal));

    public Result Archive()
    {
        if (State == ScenarioState.Archived) return ScenarioErrors.Archived;
        State = ScenarioState.Archived;
        return Result.Success;
    }

    public Result Resume()
    {
        if (State != ScenarioState.Archived) return ScenarioErrors.NotArchived;
        State = ScenarioState.Current;
        return Result.Success;
    }

    /// <summary>Keeps a report as the next run, with the inputs as they are now.</summary>
    /// <param name="report">Worked out from <see cref="Input"/>.</param>
    /// <param name="last">The newest run so far; null before the first.</param>
    /// <param name="by">As the ledger names whoever ran it.</param>
    /// <param name="byName">Name of the account.</param>
    /// <param name="now">The time.</param>
    public Result<ScenarioRun> Keep(ScenarioReport report, ScenarioRun? last, string by, string byName, DateTimeOffset now)
    {
        if (State == ScenarioState.Archived) return ScenarioErrors.Archived;
        if ((last?.Number ?? 0) != LastRun) throw new ArgumentException("This is not the newest run.", nameof(last));

        LastRun++;
        return new ScenarioRun(this, report, last, by, byName, now);
    }

    internal static ScenarioInput Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var reading = ScenarioReader.Read(document.RootElement);
        return reading.Faults.Count == 0 ? reading.Input : throw new InvalidOperationException($"A stored scenario has the fault {reading.Faults[0].Code}.");
    }

    private Result Rename(ScenarioHead head)
    {
        var name = head.Name.Trim();
        if (name.Length == 0) return ScenarioErrors.At(nameof(head.Name), "Give it a name.");
        if (name.Length > NameMaxLength) return ScenarioErrors.At(nameof(head.Name), $"Use at most {NameMaxLength} characters.");
        (Name, UnitId) = (name, head.UnitId);
        return Result.Success;
    }

    private Result Take(ScenarioInput input)
    {
        var faults = Faults(input);
        if (faults.Count > 0) return ScenarioErrors.Invalid(faults);
        InputJson = ScenarioWriter.Write(input);
        return Result.Success;
    }

    /// <summary>What the model refuses, and what is too much or has no name to be kept.</summary>
    public static IReadOnlyList<ScenarioFault> Faults(ScenarioInput input) => [.. ScenarioFaults.Of(input), .. OfSize(input)];

    // Far beyond any organisation; with more than that sums run out of what a number can hold.
    private const double MostRevenue = 1e15;
    private const double MostCost = 1e12;
    private const double MostYears = 100;
    private const double MostPeople = 1e8;

    private static IEnumerable<ScenarioFault> OfSize(ScenarioInput input)
    {
        if (input.AnnualRevenue > MostRevenue) yield return new("revenue", "annualRevenue", "This is more than any organisation earns.");
        for (var i = 0; i < input.Staff.Count; i++)
        {
            var cell = input.Staff[i];
            if (cell.AnnualLoadedCost > MostCost) yield return new("staff.cost", $"staff[{i}].annualLoadedCost", "This is more than anybody costs.");
            if (cell.TenureYears > MostYears) yield return new("staff.tenure", $"staff[{i}].tenureYears", $"Enter at most {MostYears} years.");
            if (cell.Count > MostPeople) yield return new("staff.count", $"staff[{i}].count", "This is more people than any organisation has.");
            if (cell.KnowledgeWeight > MostPeople) yield return new("staff.knowledge", $"staff[{i}].knowledgeWeight", "This weight is too large.");
        }

        if (input.Currency.Length > CurrencyMaxLength) yield return new("currency", "currency", $"Use at most {CurrencyMaxLength} characters.");
        if (input.Staff.Count > MostCells) yield return new("staff.many", "staff", $"Bring at most {MostCells} cells; people who are alike are one cell.");
        if (input.Policies.Count > ScenarioInput.MostPolicies) yield return new("policy.many", "policies", $"Compare at most {ScenarioInput.MostPolicies} policies.");
        if (input.Policies.Count == 0) yield return new("policy.none", "policies", "Compare at least one policy.");
        for (var i = 0; i < input.Policies.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(input.Policies[i].Name)) yield return new("policy.name", $"policies[{i}].name", "Give the policy a name.");
            else if (input.Policies[i].Name.Length > PolicyNameMaxLength) yield return new("policy.name", $"policies[{i}].name", $"Use at most {PolicyNameMaxLength} characters.");
        }
    }
}
