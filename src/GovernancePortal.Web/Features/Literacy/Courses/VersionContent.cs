using FluentValidation;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;

namespace GovernancePortal.Web.Features.Literacy.Courses;

/// <summary>One version of a course as it is stated.</summary>
/// <param name="Link">Where it is taken.</param>
/// <param name="ContentHash">SHA-256 of the content.</param>
public sealed record VersionContent(string Label, DateOnly? TaughtFrom, int? DurationMinutes, string Teaches, string? Link, string? ContentHash)
{
    public CourseVersion ToVersion(CourseId courseId)
    {
        var version = new CourseVersion(courseId, Label.Trim(), TaughtFrom!.Value, Teaches.Trim());
        version.SetContent(Stated(Link), Stated(ContentHash)?.ToLowerInvariant(), DurationMinutes);
        return version;
    }

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class VersionContentValidator : AbstractValidator<VersionContent>
{
    private const int EarliestYear = 2000;

    public VersionContentValidator(TimeProvider clock)
    {
        var today = clock.Today();
        RuleFor(v => v.Label).NotEmpty().WithMessage("Name the version, such as 1 or 2026.1.").MaximumLength(Course.VersionLabelMaxLength).WithMessage($"A version has at most {Course.VersionLabelMaxLength} characters.");
        RuleFor(v => v.TaughtFrom).NotNull().WithMessage("State the first day on which it is taught.");
        // The newest version is the one that is taught, so one of next month would take the place of today's.
        RuleFor(v => v.TaughtFrom).LessThanOrEqualTo(today).WithMessage("Add a version on the day from which it is taught, not before.");
        RuleFor(v => v.TaughtFrom).GreaterThanOrEqualTo(new DateOnly(EarliestYear, 1, 1)).WithMessage($"State a day since {EarliestYear}.");
        RuleFor(v => v.DurationMinutes).InclusiveBetween(1, CourseVersion.DurationMaxMinutes).WithMessage($"State 1 to {CourseVersion.DurationMaxMinutes} minutes, or nothing.");
        RuleFor(v => v.Teaches).NotEmpty().WithMessage("Say what somebody can do afterwards.").MaximumLength(CourseVersion.TeachesMaxLength).WithMessage($"Use at most {CourseVersion.TeachesMaxLength} characters.");
        RuleFor(v => v.Link).Must(IsWebAddress).When(v => !string.IsNullOrWhiteSpace(v.Link)).WithMessage("State a whole address that begins with https:// or http://.");
        RuleFor(v => v.Link).MaximumLength(CourseVersion.LinkMaxLength).WithMessage($"A link has at most {CourseVersion.LinkMaxLength} characters.");
        RuleFor(v => v.ContentHash).Must(IsHash).When(v => !string.IsNullOrWhiteSpace(v.ContentHash)).WithMessage("A SHA-256 has 64 digits, 0 to 9 and a to f.");
        RuleFor(v => v.Link)
            .NotEmpty()
            .When(v => string.IsNullOrWhiteSpace(v.ContentHash))
            .WithMessage("State a link or the SHA-256 of the content, so that it can be told later what was taught.");
    }

    private static bool IsWebAddress(string? link) =>
        Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;

    private static bool IsHash(string? hash) => hash?.Trim() is { Length: CourseVersion.ContentHashLength } digits && digits.All(char.IsAsciiHexDigit);
}
