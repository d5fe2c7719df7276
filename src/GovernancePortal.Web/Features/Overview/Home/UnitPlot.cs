using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Overview.Home;

/// <summary>Where everything of <see cref="UnitChart"/> stands at one width.</summary>
internal sealed record UnitPlot(IReadOnlyList<UnitPoint> Points, bool IsWide)
{
    private const double SmallestRadius = 4.5;
    private const double LargestRadius = 9.5;
    private const double LetterWidth = 6.4;
    private const double LineHeight = 13;

    public string Class => IsWide ? "wide" : "narrow";

    public int Width => IsWide ? 936 : 358;

    public double Left => IsWide ? 112 : 46;

    public double Top => IsWide ? 28 : 26;

    public double RowHeight => IsWide ? 54 : 50;

    /// <summary>The lowest row drawn; enough rows stay below for the words in the corners.</summary>
    public int Lowest => Math.Max(0, Math.Min(Points.Min(p => p.Holding), Points[0].Required - 3) - 1);

    public double Bottom => RowTop(Lowest) + RowHeight;

    public double Height => Bottom + 38;

    public IEnumerable<UnitMark> Marks => Points.Select(MarkOf);

    /// <summary>Units ahead of their guardrails first, then the largest; a name that would cover another one is left to the table.</summary>
    public IEnumerable<UnitLabel> Labels
    {
        get
        {
            var taken = Points.Select(MarkOf).Select(m => new Box(m.X - m.R, m.Y - m.R, m.X + m.R, m.Y + m.R)).ToList();
            taken.Add(new Box(Left, Bottom - 22, X(1), Bottom));
            foreach (var point in Points.OrderByDescending(p => p.IsAhead).ThenByDescending(p => p.People))
            {
                if (Place(point, taken) is not { } label) continue;
                taken.Add(BoxOf(label));
                yield return label;
            }
        }
    }

    public double X(double share) => Left + (share * (Width - Left - (IsWide ? 16 : 10)));

    public double RowTop(int row) => Top + ((Points[0].Required - row) * RowHeight);

    public double RowMiddle(int row) => RowTop(row) + (RowHeight / 2);

    public string RowName(int row, int required) => !IsWide ? $"{row} of {required}" : row == required ? $"all {required} hold" : $"{row} of {required} hold";

    public string Corner(string name, int count) => IsWide ? $"{name}: {count} {(count == 1 ? "unit" : "units")}" : $"{name}: {count}";

    private UnitMark MarkOf(UnitPoint point)
    {
        var largest = Points.Max(p => p.People);
        var radius = SmallestRadius + ((LargestRadius - SmallestRadius) * Math.Sqrt((double)point.People / Math.Max(1, largest)));
        var css = point.State is TargetState.Active or TargetState.Achieved ? "sa f" : point.IsAhead ? "sf o" : "sn o";
        return new(X(point.Use.Share ?? 0), RowMiddle(point.Holding), radius, point.State == TargetState.Paused, css);
    }

    private UnitLabel? Place(UnitPoint point, List<Box> taken)
    {
        var mark = MarkOf(point);
        UnitLabel[] places =
        [
            new(mark.X + mark.R + 5, mark.Y + 4, "start", point.Unit, point.IsAhead),
            new(mark.X - mark.R - 5, mark.Y + 4, "end", point.Unit, point.IsAhead),
            new(mark.X, mark.Y - mark.R - 5, "middle", point.Unit, point.IsAhead),
            new(mark.X, mark.Y + mark.R + 13, "middle", point.Unit, point.IsAhead),
        ];
        return places.FirstOrDefault(p => BoxOf(p) is var box && box.Left >= Left && box.Right <= Width && !taken.Exists(box.Meets));
    }

    private static Box BoxOf(UnitLabel label)
    {
        var width = label.Text.Length * LetterWidth;
        var left = label.Anchor switch { "start" => label.X, "end" => label.X - width, _ => label.X - (width / 2) };
        return new(left, label.Y - LineHeight + 3, left + width, label.Y + 3);
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}

internal sealed record UnitMark(double X, double Y, double R, bool IsPaused, string Class);

internal sealed record UnitLabel(double X, double Y, string Anchor, string Text, bool Strong);
