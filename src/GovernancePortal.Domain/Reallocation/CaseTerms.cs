using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>What a case says about itself.</summary>
/// <param name="Name">For people.</param>
/// <param name="UnitId">The unit it is about; who covers that unit may see it.</param>
/// <param name="Reasons">Why positions are displaced; those concerned read it.</param>
/// <param name="Figures">What notice is suggested from.</param>
public sealed record CaseTerms(string Name, UnitId UnitId, string Reasons, NoticeFigures Figures)
{
    private const int MostStaff = 10_000_000;

    internal CaseTerms Tidied() => this with { Name = Name.Trim(), Reasons = Reasons.Trim() };

    /// <summary>What cannot be kept, by field.</summary>
    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Name)) faults.Add(new(nameof(Name), "Give it a name."));
        else if (Name.Trim().Length > DisplacementCase.NameMaxLength) faults.Add(new(nameof(Name), $"Use at most {DisplacementCase.NameMaxLength} characters."));
        if (string.IsNullOrWhiteSpace(Reasons)) faults.Add(new(nameof(Reasons), "State the reasons; those concerned will read them."));
        else if (Reasons.Trim().Length > DisplacementCase.ReasonsMaxLength) faults.Add(new(nameof(Reasons), $"Use at most {DisplacementCase.ReasonsMaxLength} characters."));
        if (!Enum.IsDefined(Figures.Law)) faults.Add(new(nameof(Figures.Law), "Choose whose law holds."));
        Number(nameof(Figures.EmployerStaff), Figures.EmployerStaff);
        Number(nameof(Figures.SiteStaff), Figures.SiteStaff);
        Number(nameof(Figures.SiteLosses), Figures.SiteLosses);
        if (Figures.SiteLosses > Figures.SiteStaff) faults.Add(new(nameof(Figures.SiteLosses), "More losses than there are people at the establishment."));
        if (Figures.SiteStaff > Figures.EmployerStaff) faults.Add(new(nameof(Figures.SiteStaff), "More people than the employer has."));
        return faults;

        void Number(string field, int? value)
        {
            if (value is < 0 or > MostStaff) faults.Add(new(field, "Enter a whole number from 0 on."));
        }
    }
}
