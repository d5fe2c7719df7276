namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// A scenario in which one may move what decides most, and add a policy of one's own. What positions cost stays within: it gives results, never the positions,
/// so that somebody who may not know pay can use it all the same.
/// </summary>
public sealed class WhatIf
{
    /// <summary>As many as the sensitivity of a comparison shows.</summary>
    public const int MostLevers = 12;

    /// <summary>What the policy of one's own is called until it is kept.</summary>
    public const string OwnName = "Your mix";

    private readonly ScenarioInput _input;

    /// <param name="input">Without faults.</param>
    public WhatIf(ScenarioInput input)
    {
        _input = input;
        Levers = LeversOf(input);
    }

    /// <summary>The strongest first.</summary>
    public IReadOnlyList<Lever> Levers { get; }

    /// <summary>Whether there is room for a policy of one's own.</summary>
    public bool TakesOwn => _input.Policies.Count < ScenarioInput.MostPolicies;

    /// <summary>Everything but the positions.</summary>
    public ScenarioInput Shown(WhatIfSettings settings) => Applied(settings) with { Staff = [] };

    /// <summary>At once: every parameter at its mean.</summary>
    public ScenarioOutcome Evaluate(WhatIfSettings settings) => ScenarioModel.Evaluate(Applied(settings));

    /// <summary>Many draws; ends at once when nobody waits for them any more.</summary>
    public MonteCarloResult Run(WhatIfSettings settings, int draws, ulong seed, CancellationToken cancellationToken) => MonteCarlo.Run(Applied(settings), draws, seed, cancellationToken: cancellationToken);

    /// <summary>Reads what a shared link holds. What does not belong to this scenario, or lies outside, is left out and told.</summary>
    /// <param name="set">As <see cref="WhatIfSettings.SetText"/> writes it; null for nothing.</param>
    /// <param name="own">As <see cref="WhatIfSettings.OwnText"/> writes it; null for none.</param>
    public (WhatIfSettings Settings, bool LeftOut) Read(string? set, string? own)
    {
        var (values, leftOut) = (new Dictionary<Parameter, double>(), false);
        foreach (var part in (set ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (WhatIfSettings.ValueOf(part) is { } found && Levers.FirstOrDefault(l => l.Parameter == found.Parameter) is { } lever && found.Value >= lever.Low && found.Value <= lever.High)
                values[found.Parameter] = found.Value;
            else leftOut = true;
        }

        var mix = WhatIfSettings.MixOf(own);
        return (new(values, TakesOwn ? mix : null), leftOut || (!string.IsNullOrEmpty(own) && (mix is null || !TakesOwn)));
    }

    private ScenarioInput Applied(WhatIfSettings settings)
    {
        if (settings.IsNone) return _input;
        var parameters = new Dictionary<Parameter, Distribution>(_input.Parameters);
        foreach (var (parameter, value) in settings.Values) parameters[parameter] = new Distribution.Fixed(value);
        return _input with { Parameters = parameters, Policies = settings.Own is { } own ? [.. _input.Policies, own.ToPolicy(FreeName(_input))] : _input.Policies };
    }

    internal static string FreeName(ScenarioInput input)
    {
        var name = OwnName;
        for (var i = 2; input.PolicyNamed(name) is not null; i++) name = $"{OwnName} {i}";
        return name;
    }

    private static List<Lever> LeversOf(ScenarioInput input)
    {
        if (input.Policies.Count < 2) return [];
        var (policy, against) = input.PolicyNamed(Policy.ReallocateName) is { } moving && input.PolicyNamed(Policy.CutName) is { } cutting ? (moving, cutting) : (input.Policies[1], input.Policies[0]);
        var distributions = input.Distributions();
        return [.. new Sensitivity(input).Tornado(policy, against).Rows.Take(MostLevers).Select(r => Lever.Of(ModelParameters.Of(r.Parameter), distributions[(int)r.Parameter - 1]))];
    }
}

/// <summary>A parameter that can be moved over the range it may have.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value.</param>
/// <param name="Start">Its mean, where it stands until it is moved.</param>
public sealed record Lever(Parameter Parameter, double Low, double High, double Start)
{
    /// <summary>Into how many parts the range is divided.</summary>
    public const int Steps = 100;

    // Of a range without ends, all but the rarest values.
    private const double Rarest = 0.02;

    public double At(int step) => Low + ((High - Low) * Math.Clamp(step, 0, Steps) / Steps);

    public int StepOf(double value) => High > Low ? (int)Math.Round(Steps * (value - Low) / (High - Low)) : 0;

    internal static Lever Of(ParameterDefinition definition, Distribution distribution)
    {
        var (low, high) = distribution switch
        {
            Distribution.Bernoulli => (0, 1),
            Distribution.LogNormal spread => (spread.Quantile(Rarest), spread.Quantile(1 - Rarest)),
            _ => (distribution.Low, distribution.High),
        };
        return new(definition.Parameter, Math.Clamp(low, definition.Min, definition.Max), Math.Clamp(high, definition.Min, definition.Max), distribution.Mean);
    }
}

/// <summary>What the displaced positions become, in whole per cent.</summary>
public sealed record MixShares(int Cut, int Move, int Attrition)
{
    public const int Whole = 100;

    public bool IsPossible => Cut >= 0 && Move >= 0 && Attrition >= 0 && Cut + Move + Attrition <= Whole;

    /// <summary>Sets one share; the others give way where it takes more than is left, attrition first.</summary>
    public MixShares WithCut(int cut) => Room(cut) is var room && Move <= room ? new(cut, Move, Math.Min(Attrition, room - Move)) : new(cut, room, 0);

    /// <inheritdoc cref="WithCut"/>
    public MixShares WithMove(int move) => Room(move) is var room && Cut <= room ? new(Cut, move, Math.Min(Attrition, room - Cut)) : new(room, move, 0);

    /// <summary>Sets the share that attrition closes; cuts give way first.</summary>
    public MixShares WithAttrition(int attrition) => Room(attrition) is var room && Move <= room ? new(Math.Min(Cut, room - Move), Move, attrition) : new(0, room, attrition);

    public Policy ToPolicy(string name) => new(name, Cut / (double)Whole, Move / (double)Whole, Attrition / (double)Whole);

    private static int Room(int taken) => Whole - Math.Clamp(taken, 0, Whole);
}
