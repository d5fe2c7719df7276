using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Knowledge;

/// <summary>An agent or its operator says that what a page told was wrong. It waits until somebody verifies, quarantines or withdraws the page.</summary>
public sealed class WrongAnswer
{
    public const int TextMaxLength = 1000;
    public const int ReporterMaxLength = 64;

    private WrongAnswer() => (Text, Reporter) = ("", "");

    private WrongAnswer(KnowledgePageId pageId, string text, string reporter, DateTimeOffset at) : this() =>
        (PageId, Text, Reporter, ReportedAt) = (pageId, text, reporter, at);

    public long Id { get; private set; }

    public KnowledgePageId PageId { get; private set; }

    public string Text { get; private set; }

    /// <summary>As the ledger names actors.</summary>
    public string Reporter { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>When somebody decided about the page.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public static Result<WrongAnswer> Report(KnowledgePageId pageId, string text, string reporter, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text)) return KnowledgeErrors.WrongAnswerMissing;
        if (text.Length > TextMaxLength) return KnowledgeErrors.WrongAnswerTooLong;
        return new WrongAnswer(pageId, text.Trim(), reporter, now);
    }

    public void Settle(DateTimeOffset now) => SettledAt ??= now;
}
