namespace GovernancePortal.Web.Components.Charts;

/// <summary>One end of bands, with its name over it.</summary>
public sealed record FlowNode(string Text, int Value, double X, double Y, double Height, double TextX, bool IsLeft, bool IsOpen);

/// <param name="Path">As SVG draws it.</param>
/// <param name="IsOpen">Whether it leads nowhere.</param>
public sealed record FlowBand(string Path, bool IsOpen);

/// <summary>Where everything of a <see cref="FlowChart"/> stands at one width: two columns, the largest on top.</summary>
public sealed class FlowPlot
{
    public const double NodeWidth = 10;

    private const double Gap = 30;
    private const double Tallest = 260;
    private const double Each = 22;

    public FlowPlot(IReadOnlyList<Flow> flows, int width, string nowhere)
    {
        Width = width;
        var total = flows.Sum(f => f.Value);
        var pixels = Math.Min(Tallest, Each * total) / Math.Max(1, total);
        var left = Place(flows.GroupBy(f => f.From, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(f => f.Value))).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal), isLeft: true);
        // Those who go nowhere stand last.
        var right = Place(flows.GroupBy(f => f.To ?? "", StringComparer.Ordinal).Select(g => (g.Key, g.Sum(f => f.Value))).OrderBy(g => g.Key.Length == 0 ? 1 : 0).ThenByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal), isLeft: false);
        Nodes = [.. left.Values, .. right.Values];
        Height = Nodes.Max(n => n.Y + n.Height) + 4;

        var (from, to) = (left.ToDictionary(n => n.Key, n => n.Value.Y, StringComparer.Ordinal), right.ToDictionary(n => n.Key, n => n.Value.Y, StringComparer.Ordinal));
        var order = right.Keys.Select((k, i) => (k, i)).ToDictionary(k => k.k, k => k.i, StringComparer.Ordinal);
        var bands = new List<FlowBand>();
        foreach (var flow in flows.OrderBy(f => left[f.From].Y).ThenBy(f => order[f.To ?? ""]))
        {
            var (size, end) = (flow.Value * pixels, flow.To ?? "");
            bands.Add(new(Band(from[flow.From], to[end], size), flow.To is null));
            from[flow.From] += size;
            to[end] += size;
        }

        Bands = bands;

        Dictionary<string, FlowNode> Place(IEnumerable<(string Key, int Value)> ends, bool isLeft)
        {
            var (y, placed) = (20.0, new Dictionary<string, FlowNode>(StringComparer.Ordinal));
            foreach (var (key, value) in ends)
            {
                var text = ChartText.Fit(key.Length == 0 ? nowhere : key, (width / 2) - 40);
                placed[key] = new(text, value, isLeft ? 0 : width - NodeWidth, y, value * pixels, isLeft ? 0 : width, isLeft, key.Length == 0);
                y += (value * pixels) + Gap;
            }

            return placed;
        }
    }

    public int Width { get; }

    public double Height { get; }

    public IReadOnlyList<FlowNode> Nodes { get; }

    public IReadOnlyList<FlowBand> Bands { get; }

    private string Band(double from, double to, double size)
    {
        var (x1, x2, middle) = (ChartScale.F(NodeWidth), ChartScale.F(Width - NodeWidth), ChartScale.F(Width / 2.0));
        var (y1, y2, y3, y4) = (ChartScale.F(from), ChartScale.F(to), ChartScale.F(to + size), ChartScale.F(from + size));
        return $"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2} L{x2} {y3} C{middle} {y3} {middle} {y4} {x1} {y4} Z";
    }
}
