namespace GovernancePortal.Web.Features.Notices.Mailing;

/// <summary>What a mail says, before it is put into a format.</summary>
/// <param name="To">Whom it goes to.</param>
/// <param name="Subject">One line.</param>
/// <param name="Opening">What it is about.</param>
/// <param name="Lines">One thing each.</param>
/// <param name="Closing">Where to go on, and how to have less of it.</param>
internal sealed record Letter(Addressee To, string Subject, string Opening, IReadOnlyList<LetterLine> Lines, IReadOnlyList<LetterLine> Closing);

internal sealed record Addressee(string Name, string Address);

/// <param name="Text">A sentence; may hold names that somebody typed.</param>
/// <param name="Link">An address of the web, or null.</param>
internal sealed record LetterLine(string Text, Uri? Link = null);
