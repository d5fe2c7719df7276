namespace GovernancePortal.Domain.Scenarios;

/// <summary>A scenario as it was worked out once. Nothing of it changes afterwards, whatever becomes of the scenario, the defaults or the model.</summary>
public sealed class ScenarioRun
{
    public const int MostDraws = 20_000;
    public const ulong DefaultSeed = 20260101;
    public const int ChangesMaxLength = 4000;

    private const string More = "\nAnd more.";

    private ScenarioRun() { }

    internal ScenarioRun(Scenario scenario, ScenarioReport report, ScenarioRun? last, string by, string byName, DateTimeOffset now)
    {
        var input = scenario.Input;
        (ScenarioId, Number, InputJson, ReasonsJson) = (scenario.Id, scenario.LastRun, ScenarioWriter.Write(input, isResolved: true), scenario.ReasonsJson);
        (ModelVersion, Draws, Seed, ReportJson) = (report.ModelVersion, report.MonteCarlo.Draws, report.MonteCarlo.Seed, report.ToJson());
        (RanBy, RanByName, RanAt) = (by, byName, now);
        (Best, Verdict) = (report.Outcome.Best, report.MonteCarlo.ReallocateVsCut?.Verdict);
        (Positions, Displaced, IsFew) = (report.Outcome.Staff.Headcount, report.Outcome.Staff.Displaced, scenario.HoldsPay && StaffCellBuilder.IsFew(input.Staff));
        Changes = Told(last is null ? ["First run."] : [.. Between(last, input)]);
    }

    public ScenarioId ScenarioId { get; private set; }

    /// <summary>1 for the first of a scenario.</summary>
    public int Number { get; private set; }

    /// <summary>With every parameter, so that nothing of it depends on defaults; as <see cref="ScenarioWriter"/> spells it.</summary>
    public string InputJson { get; private set; } = "";

    /// <summary>By the key of a parameter, why it differed from the default; JSON.</summary>
    public string ReasonsJson { get; private set; } = "{}";

    public string ModelVersion { get; private set; } = "";

    public int Draws { get; private set; }

    public ulong Seed { get; private set; }

    public DateTimeOffset RanAt { get; private set; }

    /// <summary>As the ledger names whoever ran it.</summary>
    public string RanBy { get; private set; } = "";

    /// <summary>Name of the account at the time.</summary>
    public string RanByName { get; private set; } = "";

    /// <summary>What differs from the run before, a sentence a line.</summary>
    public string Changes { get; private set; } = "";

    /// <summary>A <see cref="ScenarioReport"/>.</summary>
    public string ReportJson { get; private set; } = "";

    /// <summary>Name of the policy with the highest expected value; null when there is nobody.</summary>
    public string? Best { get; private set; }

    /// <summary>Null where Reallocate or Cut is not among the policies.</summary>
    public string? Verdict { get; private set; }

    public double Positions { get; private set; }

    public double Displaced { get; private set; }

    /// <summary>Whether results would tell what a handful of people cost: only those who may see pay read it.</summary>
    public bool IsFew { get; private set; }

    public ScenarioInput Input => Scenario.Read(InputJson);

    /// <summary>By the key of a parameter, why it differed from the default.</summary>
    public IReadOnlyDictionary<string, string> Reasons => ScenarioJson.Read<Dictionary<string, string>>(ReasonsJson);

    public ScenarioReport Report => ScenarioReport.FromJson(ReportJson);

    private IEnumerable<string> Between(ScenarioRun last, ScenarioInput input)
    {
        var changes = ScenarioChanges.Between(last.Input, input);
        foreach (var change in changes) yield return change;
        if (last.Draws != Draws) yield return $"Draws: {Draws}, was {last.Draws}.";
        if (last.Seed != Seed) yield return $"Seed: {Seed}, was {last.Seed}.";
        if (!last.ModelVersion.Equals(ModelVersion, StringComparison.Ordinal)) yield return $"Model: version {ModelVersion}, was {last.ModelVersion}.";
        if (changes.Count == 0 && last.Draws == Draws && last.Seed == Seed && last.ModelVersion.Equals(ModelVersion, StringComparison.Ordinal)) yield return ScenarioChanges.None;
    }

    private static string Told(IReadOnlyList<string> sentences)
    {
        var text = string.Join('\n', sentences);
        return text.Length <= ChangesMaxLength ? text : text[..Math.Max(text.LastIndexOf('\n', ChangesMaxLength - More.Length), 0)] + More;
    }
}
