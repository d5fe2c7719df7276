using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using GovernancePortal.Domain.Notices;
using MimeKit;

namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>Turns a letter into a mail: plain text and simple HTML without pictures. Names of people and courses are taken for text, whatever they hold.</summary>
internal static class LetterFormat
{
    /// <summary>Null when the addressee's address is none.</summary>
    public static MimeMessage? Write(Letter letter, NoticeMail mail, MailOptions options, DateTimeOffset now)
    {
        if (!MailboxAddress.TryParse(letter.To.Address, out var parsed) || !parsed.Address.Equals(letter.To.Address.Trim(), StringComparison.OrdinalIgnoreCase)) return null;

        var message = new MimeMessage { Subject = OneLine(letter.Subject), Date = now, MessageId = MessageIdOf(mail, options) };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(new MailboxAddress(Encoding.UTF8, OneLine(letter.To.Name), parsed.Address));
        // No out-of-office answers and no other machine's answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body = new BodyBuilder { TextBody = Plain(letter), HtmlBody = Html(letter) }.ToMessageBody();
        return message;
    }

    /// <summary>The same for the same row, so that whoever gets a mail twice can tell.</summary>
    public static string MessageIdOf(NoticeMail mail, MailOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"notice.{mail.Id}.{mail.MadeAt.ToUnixTimeMilliseconds()}@{options.PublicAddress!.IdnHost}");

    private static string Plain(Letter letter)
    {
        var text = new StringBuilder();
        text.Append("Hello ").Append(OneLine(letter.To.Name)).Append(",\n\n").Append(OneLine(letter.Opening)).Append("\n\n");
        foreach (var line in letter.Lines)
        {
            text.Append("- ").Append(OneLine(line.Text)).Append('\n');
            if (line.Link is { } link) text.Append("  ").Append(link.AbsoluteUri).Append('\n');
        }

        text.Append('\n');
        foreach (var line in letter.Closing) text.Append(OneLine(line.Text)).Append(line.Link is { } link ? $": {link.AbsoluteUri}" : ".").Append('\n');
        return text.ToString();
    }

    private static string Html(Letter letter)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>");
        html.Append(Encoded(letter.Subject)).Append("</title></head><body>\n<p>Hello ").Append(Encoded(letter.To.Name)).Append(",</p>\n<p>").Append(Encoded(letter.Opening)).Append("</p>\n<ul>\n");
        foreach (var line in letter.Lines) html.Append("<li>").Append(Linked(line)).Append("</li>\n");
        html.Append("</ul>\n");
        foreach (var line in letter.Closing) html.Append("<p>").Append(Linked(line)).Append(".</p>\n");
        return html.Append("</body></html>\n").ToString();
    }

    private static string Linked(LetterLine line) =>
        line.Link is { Scheme: "http" or "https" } link ? $"<a href=\"{HtmlEncoder.Default.Encode(link.AbsoluteUri)}\">{Encoded(line.Text)}</a>" : Encoded(line.Text);

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(OneLine(text));

    /// <summary>A name with a line break in it must not begin a header or a paragraph of its own.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split([.. text.Where(char.IsControl).Append(' ').Distinct()], StringSplitOptions.RemoveEmptyEntries));
}
