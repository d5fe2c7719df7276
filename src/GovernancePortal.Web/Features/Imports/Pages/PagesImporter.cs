using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.Figures;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Pages;

/// <summary>Imports the register of knowledge pages: from the front matter of Markdown files, JSON records, or a table.</summary>
internal sealed class PagesImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.KnowledgePages];

    public bool Reads(StoredUpload upload) => upload.Format is FileFormat.Csv or FileFormat.Json or FileFormat.Ndjson or FileFormat.Markdown or FileFormat.Zip;

    public IImportRun Begin(ImportJob job) => new PagesRun(job);
}

/// <summary>The domain decides what a file changes: an edit voids a verification, a stated review is of the version that came with it.</summary>
internal sealed class PagesRun(ImportJob job) : IImportRun
{
    private const int AtOnce = 500;

    private readonly List<PageLine> _lines = [];
    private readonly List<KnowledgePage> _new = [];
    private readonly List<KnowledgePage> _voided = [];
    private Dictionary<UnitId, int> _places = [];

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var texts = new PageTexts(job).Read(cancellationToken);
        if (!texts.IsSuccess) return texts.Error!;

        var units = await FigureUnits.LoadAsync(job.Db, cancellationToken);
        var names = texts.Value.Any(t => t["owner"] is not null || t["deputy"] is not null);
        var reader = new PageReader(job, units, names ? await RosterIndex.ReadAsync(job.Db, cancellationToken) : null);
        _lines.AddRange(texts.Value.Select(reader.Read).OfType<PageLine>());
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        _places = await job.Db.Units.ToDictionaryAsync(u => u.Id, u => u.Left, cancellationToken);
        foreach (var part in _lines.Chunk(AtOnce))
        {
            var urls = part.Select(l => l.Url).ToArray();
            var known = await job.Db.KnowledgePages.Where(p => urls.Contains(p.Url)).ToListAsync(cancellationToken);
            var byKey = known.ToDictionary(p => (p.System, p.Url));
            foreach (var line in part)
            {
                if (byKey.TryGetValue(line.Key, out var page)) Compare(page, line);
                else Register(line);
            }
        }

        if (_voided.Count > 0) job.Report.Notes.Add($"{Say.Of(_voided.Count, "page was", "pages were")} edited after the last verification, which no longer counts.");
        return Result.Success;
    }

    public Task ApplyAsync(CancellationToken cancellationToken)
    {
        job.Db.KnowledgePages.AddRange(_new);
        foreach (var part in _voided.Chunk(AtOnce))
            job.Db.Record(job.Actor, "pages.edited", $"import:{job.ImportId.Value}", new { count = part.Length, pages = part.Select(p => p.Id.Value) });
        return Task.CompletedTask;
    }

    private void Register(PageLine line)
    {
        if (!IsCovered(line.Unit?.Id))
        {
            Wrong(line, "unit", "unit.missing", "a unit that your role covers");
            return;
        }

        var page = KnowledgePage.Register(line.System, line.Url, line.Over(before: null), job.Now);
        if (!page.IsSuccess)
        {
            Tell(line, page.Error!);
            return;
        }

        if (line.Hash is { } hash) page.Value.SeeVersion(hash);
        if (line.ReviewedOn is { } day) page.Value.TakeReview(day);
        _new.Add(page.Value);
        job.Report.New++;
    }

    private void Compare(KnowledgePage page, PageLine line)
    {
        if (!IsCovered(page.UnitId))
        {
            Wrong(line, "url", "page.not-covered", "a page of a unit that your role covers");
            return;
        }

        var changed = page.Change(line.Over(page.Facts));
        if (!changed.IsSuccess)
        {
            Tell(line, changed.Error!);
            return;
        }

        var wasVerified = page.VerifiedHash is not null && page.VerifiedHash == page.ContentHash;
        var edited = line.Hash is { } hash && page.SeeVersion(hash);
        var reviewed = line.ReviewedOn is { } day && page.TakeReview(day);
        if (edited && wasVerified && !reviewed) _voided.Add(page);
        if (changed.Value || edited || reviewed) job.Report.Changed++;
        else job.Report.Unchanged++;
    }

    // A page of no unit is everybody's.
    private bool IsCovered(UnitId? unit) => unit is { } id ? job.Scope.Covers(_places[id]) : job.Scope.IsWholeOrganisation;

    private void Tell(PageLine line, Error error)
    {
        foreach (var fault in error.Fields) job.Report.Errors.Add(line.From.Row, line.ColumnOf(fault.Field), "page.fact", "", fault.Message);
    }

    private void Wrong(PageLine line, string field, string code, string expected) => job.Report.Errors.Add(line.From.Row, line.From.Column(field), code, line.From[field] ?? "", expected);
}
