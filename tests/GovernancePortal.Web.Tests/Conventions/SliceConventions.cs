using System.Text.RegularExpressions;

namespace GovernancePortal.Web.Tests.Conventions;

public sealed partial class SliceConventions
{
    [Fact]
    public void Slices_do_not_use_the_types_of_other_slices()
    {
        var files = Source.Files("src/GovernancePortal.Web/Features", ".cs", ".razor").Where(f => SliceOf(f.Path) is not null).ToArray();
        files.Length.ShouldBeGreaterThan(5);
        // A folder with a request is a slice; one without holds what the slices of its feature share.
        var slices = files.Where(f => f.Text.Contains(": IRequest<", StringComparison.Ordinal)).Select(f => SliceOf(f.Path)!).ToHashSet(StringComparer.Ordinal);
        slices.Count.ShouldBeGreaterThan(5);

        var uses =
            from file in files
            from Match match in SliceName().Matches(file.Text)
            let used = $"{match.Groups[1].Value}.{match.Groups[2].Value}"
            where slices.Contains(used) && used != SliceOf(file.Path)
            select $"{file.Path} uses {used}";
        uses.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_reads_the_clock_of_the_machine()
    {
        var files = Source.Files("src", ".cs", ".razor");
        files.Count.ShouldBeGreaterThan(50);

        files.Where(f => MachineClock().IsMatch(f.Text)).Select(f => f.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Handlers_do_not_send_requests()
    {
        var handlers = Source.Files("src/GovernancePortal.Web/Features", ".cs").Where(f => f.Text.Contains("IRequestHandler<", StringComparison.Ordinal)).ToArray();
        handlers.Length.ShouldBeGreaterThan(3);

        handlers.Where(f => f.Text.Contains("IMediator", StringComparison.Ordinal)).Select(f => f.Path).ShouldBeEmpty();
    }

    private static string? SliceOf(string path) => SlicePath().Match(path) is { Success: true } match ? $"{match.Groups[1].Value}.{match.Groups[2].Value}" : null;

    [GeneratedRegex("Features/([A-Za-z]+)/([A-Za-z]+)/")]
    private static partial Regex SlicePath();

    [GeneratedRegex(@"GovernancePortal\.Web\.Features\.([A-Za-z]+)\.([A-Za-z]+)")]
    private static partial Regex SliceName();

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex MachineClock();
}
