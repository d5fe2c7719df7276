using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Reallocation.Cases;

/// <summary>A case as it is typed into a form.</summary>
public sealed class CaseTyped
{
    public string Name { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Reasons { get; set; } = "";

    public PlaceOfLaw Law { get; set; } = PlaceOfLaw.Elsewhere;

    public string EmployerStaff { get; set; } = "";

    public string SiteStaff { get; set; } = "";

    public string SiteLosses { get; set; } = "";

    public bool SiteCloses { get; set; }

    /// <summary>What the words in the unit's field mean.</summary>
    public Dictionary<string, Guid> Units { get; } = new(StringComparer.Ordinal);

    public static CaseTyped Of(DisplacementCase one, string unitPath)
    {
        var typed = new CaseTyped
        {
            Name = one.Name,
            Unit = unitPath,
            Reasons = one.Reasons,
            Law = one.Law,
            EmployerStaff = Typed.Text(one.EmployerStaff),
            SiteStaff = Typed.Text(one.SiteStaff),
            SiteLosses = Typed.Text(one.SiteLosses),
            SiteCloses = one.SiteCloses,
        };
        typed.Units[unitPath] = one.UnitId.Value;
        return typed;
    }

    public CaseTerms Read(List<FieldError> faults)
    {
        if (!Units.TryGetValue(Unit.Trim(), out var unit)) faults.Add(new(nameof(CaseTerms.UnitId), "Choose a unit of the list."));
        return new(Name, new UnitId(unit), Reasons, Figures(faults));
    }

    public NoticeFigures Figures(List<FieldError> faults) =>
        new(
            Law,
            Typed.Number(EmployerStaff, nameof(NoticeFigures.EmployerStaff), faults),
            Typed.Number(SiteStaff, nameof(NoticeFigures.SiteStaff), faults),
            Typed.Number(SiteLosses, nameof(NoticeFigures.SiteLosses), faults),
            SiteCloses);

    /// <summary>A share as somebody types it, in per cent; null and a fault for what is none.</summary>
    public static decimal? Share(string text, string field, List<FieldError> faults)
    {
        if (decimal.TryParse(text.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100) return percent / 100;
        faults.Add(new(field, "Enter more than 0 and at most 100%."));
        return null;
    }
}
