using System.Security.Cryptography;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>
/// Positions that are displaced together, for the same reasons. Until it is published nobody but Human Resources knows of it; from then on nothing is taken out of it without a reason.
/// </summary>
public sealed partial class DisplacementCase
{
    public const int NameMaxLength = 120;
    public const int ReasonsMaxLength = 4000;
    public const int ReasonMaxLength = 1000;
    public const int MostPositions = 20_000;
    public const int MostNoticeMonths = 24;
    public const int MostConsultationDays = 365;

    private const int SealLength = 32;

    private readonly List<DisplacedPosition> _positions = [];

    private DisplacementCase() { }

    public CaseId Id { get; private set; }

    public string Name { get; private set; } = "";

    public UnitId UnitId { get; private set; }

    public string Reasons { get; private set; } = "";

    public PlaceOfLaw Law { get; private set; }

    public int? EmployerStaff { get; private set; }

    public int? SiteStaff { get; private set; }

    public int? SiteLosses { get; private set; }

    public bool SiteCloses { get; private set; }

    /// <summary>Confirmed by a person; null until then.</summary>
    public decimal? NoticeMonths { get; private set; }

    public int? ConsultationDays { get; private set; }

    public string NoticeConfirmedBy { get; private set; } = "";

    /// <summary>Name of the account at the time.</summary>
    public string NoticeConfirmedByName { get; private set; } = "";

    public DateTimeOffset? NoticeConfirmedAt { get; private set; }

    public CaseState State { get; private set; }

    /// <summary>As the ledger names whoever made it.</summary>
    public string Author { get; private set; } = "";

    public string AuthorName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was closed or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was withdrawn; empty where it was closed.</summary>
    public string EndReason { get; private set; } = "";

    /// <summary>When rows about people were erased; their number stays.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public string EraseReason { get; private set; } = "";

    /// <summary>Positions that are marked and not withdrawn; stays when the rows are erased.</summary>
    public int PositionCount { get; private set; }

    /// <summary>Random; see <see cref="CaseSeal"/>. Erased with the people.</summary>
    public byte[] Seal { get; private set; } = [];

    public int Version { get; private set; }

    public IReadOnlyList<DisplacedPosition> Positions => _positions;

    public NoticeFigures Figures => new(Law, EmployerStaff, SiteStaff, SiteLosses, SiteCloses);

    public bool IsOver => State is CaseState.Closed or CaseState.Withdrawn;

    public bool HasNotice => NoticeConfirmedAt is not null;

    public static Result<DisplacementCase> Open(CaseTerms terms, string author, string authorName, DateTimeOffset now)
    {
        if (terms.Faults() is { Count: > 0 } faults) return Invalid(faults);
        var made = new DisplacementCase { Id = CaseId.New(), Author = author, AuthorName = authorName, CreatedAt = now, Seal = RandomNumberGenerator.GetBytes(SealLength) };
        made.Take(terms.Tidied());
        return made;
    }

    /// <summary>States it anew. Notice that was confirmed from other figures has to be confirmed again.</summary>
    public Result Revise(CaseTerms terms)
    {
        if (State != CaseState.Draft) return CaseErrors.NotDraft;
        if (terms.Faults() is { Count: > 0 } faults) return Invalid(faults);
        if (terms.Figures != Figures) (NoticeMonths, ConsultationDays, NoticeConfirmedBy, NoticeConfirmedByName, NoticeConfirmedAt) = (null, null, "", "", null);
        Take(terms.Tidied());
        return Result.Success;
    }

    /// <param name="months">Of notice; half months count.</param>
    /// <param name="consultationDays">0 where none is asked for.</param>
    /// <param name="by">As the ledger names them.</param>
    /// <param name="byName">Of the account.</param>
    /// <param name="now">The time.</param>
    public Result ConfirmNotice(decimal months, int consultationDays, string by, string byName, DateTimeOffset now)
    {
        if (State != CaseState.Draft) return CaseErrors.NotDraft;
        var faults = new List<FieldError>();
        if (months is < 0 or > MostNoticeMonths) faults.Add(new(nameof(NoticeMonths), $"Enter 0 to {MostNoticeMonths} months."));
        if (consultationDays is < 0 or > MostConsultationDays) faults.Add(new(nameof(ConsultationDays), $"Enter 0 to {MostConsultationDays} days."));
        if (faults.Count > 0) return Invalid(faults);
        (NoticeMonths, ConsultationDays, NoticeConfirmedBy, NoticeConfirmedByName, NoticeConfirmedAt) = (months, consultationDays, by, byName, now);
        return Result.Success;
    }

    private void Take(CaseTerms terms)
    {
        (Name, UnitId, Reasons) = (terms.Name, terms.UnitId, terms.Reasons);
        (Law, EmployerStaff, SiteStaff, SiteLosses, SiteCloses) = (terms.Figures.Law, terms.Figures.EmployerStaff, terms.Figures.SiteStaff, terms.Figures.SiteLosses, terms.Figures.SiteCloses);
    }

    private static Error Invalid(IReadOnlyList<FieldError> faults) =>
        new("request.invalid", faults.Count == 1 ? faults[0].Message : $"{faults.Count} answers need another look.", ErrorKind.Invalid) { Fields = faults };
}
