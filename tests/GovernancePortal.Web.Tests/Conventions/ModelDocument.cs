using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Features.Scenarios.ShowMethod;

namespace GovernancePortal.Web.Tests.Conventions;

/// <summary>docs/model.md says what the page of the method says, and every default as the code has it.</summary>
public sealed partial class ModelDocument
{
    private const string File = "docs/model.md";

    /// <summary>Set UPDATE_DOCS=1 to write the document instead of comparing it.</summary>
    [Fact]
    public void The_document_of_the_model_is_what_the_code_says()
    {
        var path = Path.Combine(Source.Root, File);
        var text = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") System.IO.File.WriteAllText(path, text);

        System.IO.File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(text, $"{File} is stale: run the tests once with UPDATE_DOCS=1.");
    }

    [Fact]
    public void Every_source_that_a_default_names_is_listed_and_read_by_somebody()
    {
        var named = ModelParameters.All.SelectMany(p => Reference().Matches(p.Source).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

        named.ShouldBeSubsetOf(ModelSources.All.Select(s => s.Id));
        ModelSources.All.Select(s => s.Id).ShouldBeUnique();
        ModelSources.All.ShouldAllBe(s => s.Text.Length > 10 && s.Status.Length > 0);
        ModelParameters.All.Count(p => ParameterGroup.All.Count(g => g.Holds(p.Parameter)) == 1).ShouldBe(ModelParameters.All.Count);
    }

    private static string Write()
    {
        var text = new StringBuilder("# How the model of cutting and moving people works\n\nGenerated from the code; a test compares it. The portal shows the same on the page *How the model works* (`/scenarios/method`).\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{MethodWords.Finding} Model version {ScenarioModel.Version}.\n");
        foreach (var part in MethodWords.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {part.Title}\n");
            foreach (var paragraph in part.Paragraphs) text.Append(CultureInfo.InvariantCulture, $"{paragraph}\n\n");
            foreach (var (word, meaning) in part.Points) text.Append(CultureInfo.InvariantCulture, $"- **{word}.** {meaning}\n");
        }

        text.Append("\n## Defaults\nThe key is the name in files and in the API; the grade is explained above.\n");
        foreach (var group in ParameterGroup.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {group.Title}\n{group.Note}\n\n| key | meaning | default | allowed | grade | what it rests on |\n|---|---|---|---|---|---|\n");
            foreach (var p in ModelParameters.All.Where(p => group.Holds(p.Parameter)))
                text.Append(CultureInfo.InvariantCulture, $"| `{p.Key}` | {p.Meaning} | {SpreadWords.Of(p)} | {p.Min} to {p.Max} | {p.Grade} | {p.Source.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        text.Append("\n## Sources\n");
        foreach (var source in ModelSources.All) text.Append(CultureInfo.InvariantCulture, $"- **{source.Id}** {source.Text} ({source.Status})\n");
        text.Append("\n## Where the formulas are\nIn `src/GovernancePortal.Domain/Scenarios`: a month of a policy in `PolicyModel`, its people in `PolicyModel.People`, work, control, incidents and money in `PolicyModel.Work`; chance in `MonteCarlo`, `ParameterDraws`,\n`IncidentDraws` and `CounterRandom`; what decides in `Sensitivity`; the verdict in `Verdict`; what an input must be in `ScenarioFaults`.\n");
        return text.ToString().Replace("\n\n\n", "\n\n", StringComparison.Ordinal).Replace("\n\n- ", "\n- ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"S\d+[ab]?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
