using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Imports.Pages;

/// <summary>Reads an upload into what it says of each page: a table, JSON records, a Markdown file or a zip of them.</summary>
internal sealed class PageTexts(ImportJob job)
{
    private const string DefaultSystem = "markdown";

    /// <summary>Under which property of the top object the records may stand.</summary>
    private static readonly HashSet<string> RecordArrays = new(StringComparer.Ordinal) { "pages", "items" };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<PageText> _texts = [];
    private int _headless;

    public Result<IReadOnlyList<PageText>> Read(CancellationToken cancellationToken)
    {
        var fault = job.Upload.Format switch
        {
            FileFormat.Csv => Table(cancellationToken),
            FileFormat.Zip => Zip(cancellationToken),
            FileFormat.Json or FileFormat.Ndjson => Records(cancellationToken),
            _ => Single(),
        };
        if (!fault.IsSuccess) return fault.Error!;
        if (_headless > 0) job.Report.Notes.Add($"{Say.Of(_headless, "file has", "files have")} no front matter and {(_headless == 1 ? "is" : "are")} registered as unverified.");
        return _texts;
    }

    private Result Table(CancellationToken cancellationToken)
    {
        var opened = TableReader.Open(job.OpenFile(), job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;
        job.Report.TellColumns(table.Headers, job.Mapping!);
        var rows = new TableRows(table, job);
        var names = job.Mapping!.Columns.ToDictionary(c => c.Value, c => c.Key, StringComparer.Ordinal);
        while (rows.Read(cancellationToken))
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in ImportFields.Of(ImportKind.KnowledgePages))
            {
                if (rows.Cell(field.Key) is { IsEmpty: false } cell) values[field.Key] = cell.ToString();
            }

            _texts.Add(new PageText(rows.Row, values, field => names.TryGetValue(field, out var column) ? column : $"({field})"));
        }

        return Result.Success;
    }

    private Result Records(CancellationToken cancellationToken)
    {
        using var records = new JsonRecords(job.OpenFile(), job.Upload.Format, RecordArrays);
        var reader = new PageRecords(job.Report);
        while (records.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            job.Report.Rows++;
            if (reader.Read(records.Current, records.Row) is { } text) _texts.Add(text);
        }

        reader.TellUnread();
        return job.Report.Rows == 0 ? ImportErrors.Format("This holds no page.", ImportKinds.Of(ImportKind.KnowledgePages).Formats) : Result.Success;
    }

    private Result Single()
    {
        if (job.Upload.Bytes > MarkdownFiles.MaxFileBytes) return ImportErrors.TooLarge(MarkdownFiles.MaxFileBytes);
        using var file = job.OpenFile();
        using var text = new MemoryStream();
        file.CopyTo(text);
        Add(new MarkdownFile(job.Upload.FileName, text.ToArray()));
        return Result.Success;
    }

    private Result Zip(CancellationToken cancellationToken)
    {
        if (job.Upload.Bytes > MarkdownFiles.MaxZipBytes) return ImportErrors.TooLarge(MarkdownFiles.MaxZipBytes);
        try
        {
            using var archive = new ZipArchive(job.OpenFile(), ZipArchiveMode.Read);
            var pages = MarkdownFiles.Look(archive);
            if (!pages.IsSuccess) return pages.Error!;
            if (pages.Value.Count == 0) return ImportErrors.BrokenZip("it holds no file that ends in .md");

            var unpacked = 0L;
            foreach (var entry in pages.Value)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add(MarkdownFiles.Read(entry, ref unpacked));
            }

            return Result.Success;
        }
        catch (InvalidDataException)
        {
            return ImportErrors.BrokenZip("it is damaged");
        }
    }

    private void Add(MarkdownFile file)
    {
        var row = ++job.Report.Rows;
        string Column(string field) => $"{field} of {file.Path}";
        string text;
        try
        {
            text = Utf8.GetString(file.Bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            job.Report.Errors.Add(row, Column("text"), "text.encoding", "", "text in UTF-8");
            return;
        }

        var head = FrontMatter.Read(text);
        if (head is null && text.TrimStart('\uFEFF').StartsWith("---", StringComparison.Ordinal))
        {
            job.Report.Errors.Add(row, Column("front matter"), "head.open", "---", $"a second line of three dashes within {FrontMatter.MostLines} lines");
            return;
        }

        if (head is null) _headless++;
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["url"] = file.Path, ["system"] = DefaultSystem, ["content_hash"] = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)) };
        foreach (var field in ImportFields.Of(ImportKind.KnowledgePages).Select(f => f.Key).Where(k => k is not "content_hash"))
        {
            if (head?[field] is { } value) values[field] = value;
        }

        values.TryAdd("title", Heading(text) ?? Path.GetFileName(file.Path));
        _texts.Add(new PageText(row, values, Column));
    }

    private static string? Heading(string text) =>
        text.Split('\n').Take(FrontMatter.MostLines).Where(l => l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l[2..].Trim()).FirstOrDefault(l => l.Length is > 0 and <= KnowledgePage.TitleMaxLength);
}
