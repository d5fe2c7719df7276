using System.Globalization;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>What somebody has moved.</summary>
/// <param name="Values">Of the parameters that were moved; the others stay as the scenario has them.</param>
/// <param name="Own">A policy of one's own; null for none.</param>
public sealed record WhatIfSettings(IReadOnlyDictionary<Parameter, double> Values, MixShares? Own)
{
    public static WhatIfSettings None { get; } = new(new Dictionary<Parameter, double>(), null);

    public bool IsNone => Values.Count == 0 && Own is null;

    /// <summary>For a link: <c>flexBackShare:0.62;incidentCostPerHour:45000</c>; null for nothing.</summary>
    public string? SetText =>
        Values.Count == 0 ? null : string.Join(';', Values.OrderBy(v => v.Key).Select(v => string.Create(CultureInfo.InvariantCulture, $"{ModelParameters.Of(v.Key).Key}:{v.Value:R}")));

    /// <summary>For a link: the three shares in per cent, as in <c>20;50;30</c>; null for none.</summary>
    public string? OwnText => Own is { } own ? string.Create(CultureInfo.InvariantCulture, $"{own.Cut};{own.Move};{own.Attrition}") : null;

    public WhatIfSettings With(Parameter parameter, double value) => this with { Values = new Dictionary<Parameter, double>(Values) { [parameter] = value } };

    public WhatIfSettings Without(Parameter parameter) => this with { Values = Values.Where(v => v.Key != parameter).ToDictionary(v => v.Key, v => v.Value) };

    internal static (Parameter Parameter, double Value)? ValueOf(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || ModelParameters.Find(part[..colon]) is not { } definition) return null;
        return double.TryParse(part.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? (definition.Parameter, value) : null;
    }

    internal static MixShares? MixOf(string? text)
    {
        var parts = (text ?? "").Split(';');
        var shares = new int[3];
        for (var i = 0; i < shares.Length; i++)
            if (parts.Length != shares.Length || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out shares[i])) return null;
        var mix = new MixShares(shares[0], shares[1], shares[2]);
        return mix.IsPossible ? mix : null;
    }
}
