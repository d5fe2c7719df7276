using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.Figures;

namespace GovernancePortal.Web.Features.Imports.Pages;

/// <summary>Checks what a file says of each page; every error is told at its place.</summary>
internal sealed class PageReader(ImportJob job, FigureUnits units, RosterIndex? people)
{
    private const string DefaultSystem = "wiki";

    private readonly HashSet<(string, string)> _seen = [];

    /// <summary>Null when something is wrong.</summary>
    public PageLine? Read(PageText text)
    {
        var line = new PageLine(
            text,
            text["system"]?.Trim() ?? DefaultSystem,
            text["url"]?.Trim() ?? "",
            text["title"],
            UnitOf(text),
            Person(text, "owner"),
            Person(text, "deputy"),
            text["owner_slack"],
            CriticalityOf(text),
            Agents(text),
            Interval(text),
            Reviewed(text),
            Hash(text));
        if (line.Url.Length > 0 && !_seen.Add(line.Key)) Wrong(text, "url", "page.twice", line.Url, "an address that only one row has");
        return job.Report.Errors.IsWrong(text.Row) ? null : line;
    }

    private Unit? UnitOf(PageText text)
    {
        if (text["unit"] is not { } name) return null;
        var found = units.Find(name);
        if (found.Count == 0) Wrong(text, "unit", "unit.unknown", name, "the name or the path of a unit");
        else if (found.Count > 1) Wrong(text, "unit", "unit.several", name, "the path of a unit, because several have this name");
        else if (!job.Scope.Covers(found[0])) Wrong(text, "unit", "unit.not-covered", name, "a unit that your role covers");
        return found.Count == 1 ? found[0] : null;
    }

    private PersonId? Person(PageText text, string field)
    {
        if (text[field] is not { } key) return null;
        var match = people!.Find(key);
        // One answer for people who are not there and people out of reach: a file must not tell which.
        if (match.Id != default && !match.IsSeveral && job.Scope.Covers(match.UnitLeft)) return match.Id;
        Wrong(text, field, "person.unknown", key, "the employee number or e-mail of a person in the units your role covers");
        return null;
    }

    private Criticality? CriticalityOf(PageText text)
    {
        if (text["criticality"] is not { } word) return null;
        if (Enum.TryParse<Criticality>(word, ignoreCase: true, out var criticality) && Enum.IsDefined(criticality) && !char.IsDigit(word[0])) return criticality;
        Wrong(text, "criticality", "criticality.unknown", word, "low, normal or high");
        return null;
    }

    private bool? Agents(PageText text)
    {
        if (text["agents"] is not { } word) return null;
        if (CellReader.TryYesNo(word, out var yes)) return yes;
        Wrong(text, "agents", "flag.unreal", word, "yes or no");
        return null;
    }

    private ReviewInterval? Interval(PageText text)
    {
        if (text["review_in"] is not { } words) return null;
        if (ReviewInterval.TryParse(words, out var interval)) return interval;
        Wrong(text, "review_in", "interval.unreal", words, "a number of days, weeks, months or years, such as 6 months");
        return null;
    }

    private DateOnly? Reviewed(PageText text)
    {
        if (text["last_reviewed_on"] is not { } words) return null;
        var order = job.Mapping?.DateOrder ?? DateOrder.YearMonthDay;
        if (!CellReader.TryDate(words, order, out var day)) Wrong(text, "last_reviewed_on", "date.unreal", words, DateWords.Expected(order));
        else if (day > job.Today) Wrong(text, "last_reviewed_on", "date.future", words, "a day that has come");
        else return day;
        return null;
    }

    private string? Hash(PageText text)
    {
        if (text["content_hash"] is not { } hash) return null;
        if (hash.Length == KnowledgePage.HashLength && hash.All(char.IsAsciiHexDigit)) return hash.ToLowerInvariant();
        Wrong(text, "content_hash", "hash.unreal", hash, $"{KnowledgePage.HashLength} hexadecimal digits");
        return null;
    }

    private void Wrong(PageText text, string field, string code, string found, string expected) => job.Report.Errors.Add(text.Row, text.Column(field), code, found, expected);
}
