namespace GovernancePortal.Domain.Reallocation;

/// <summary>What the law of a place asks about a displacement.</summary>
/// <param name="Law">Whose law.</param>
/// <param name="EmployerStaff">Everybody whom the employer employs.</param>
/// <param name="SiteStaff">At the establishment concerned.</param>
/// <param name="SiteLosses">Of those, how many lose their employment there.</param>
/// <param name="SiteCloses">Whether the establishment closes.</param>
public sealed record NoticeFigures(PlaceOfLaw Law, int? EmployerStaff = null, int? SiteStaff = null, int? SiteLosses = null, bool SiteCloses = false);

/// <summary>What is suggested; a person confirms or says otherwise.</summary>
/// <param name="Months">Of notice; null where contracts say, or where a figure is missing.</param>
/// <param name="ConsultationDays">Null where no law named here asks for any.</param>
/// <param name="Words">Why, with the figures.</param>
/// <param name="Check">What the suggestion does not know and a lawyer has to look at; empty for nothing.</param>
/// <param name="IsComplete">Whether every figure was there that the rule asks for.</param>
public sealed record NoticeSuggestion(int? Months, int? ConsultationDays, string Words, string Check, bool IsComplete);

/// <summary>
/// Suggests notice and consultation from the thresholds of the WARN Act (20 CFR 639) and of TULRCA section 188. A suggestion and no legal advice: it decides nothing, and a named person confirms what holds.
/// </summary>
public static class NoticeRule
{
    public const int EmployerLeast = 100;
    public const int MassLayoff = 500;
    public const int LayoffLeast = 50;
    public const int SharePercent = 33;
    public const int CollectiveLeast = 20;
    public const int CollectiveMost = 100;
    public const int ShortConsultation = 30;
    public const int LongConsultation = 45;

    public const string OtherLaw = "Contracts, agreements and the law of the place say how long notice is; the portal has no threshold for it.";
    public const string StatesCheck = "States such as California, New York and New Jersey ask for more. Have it checked.";
    public const string KingdomCheck = "The trigger across the whole organisation, planned for 2027, and the protective award of up to 180 days need a lawyer’s eye.";

    private const int Whole = 100;

    public static NoticeSuggestion Suggest(NoticeFigures figures) =>
        figures.Law switch
        {
            PlaceOfLaw.UnitedStates => States(figures),
            PlaceOfLaw.UnitedKingdom => Kingdom(figures),
            _ => new(null, null, OtherLaw, "", IsComplete: true),
        };

    private static NoticeSuggestion States(NoticeFigures f)
    {
        if (f is not { EmployerStaff: { } employer, SiteStaff: { } site, SiteLosses: { } losses }) return Missing("the employees of the employer, those at the site, and the losses there", StatesCheck);
        if (employer < EmployerLeast) return Contract($"The employer has {Count(employer)} employees; the WARN Act begins at {EmployerLeast}.", StatesCheck);
        if (losses >= MassLayoff) return new(2, null, $"{Count(losses)} losses at one site; from {MassLayoff} on the WARN Act asks for 60 days.", StatesCheck, IsComplete: true);
        if (f.SiteCloses && losses >= LayoffLeast) return new(2, null, $"A site closes with {Count(losses)} losses; from {LayoffLeast} on the WARN Act asks for 60 days.", StatesCheck, IsComplete: true);
        // In whole numbers, so that exactly 33% is 33%.
        if (losses >= LayoffLeast && (long)losses * Whole >= (long)site * SharePercent)
            return new(2, null, $"{Count(losses)} of {Count(site)} at one site; from {LayoffLeast} people and {SharePercent}% on the WARN Act asks for 60 days.", StatesCheck, IsComplete: true);
        return Contract($"{Count(losses)} of {Count(site)} at one site are below the thresholds of the WARN Act.", StatesCheck);
    }

    private static NoticeSuggestion Kingdom(NoticeFigures f)
    {
        if (f.SiteLosses is not { } losses) return Missing("the losses at the establishment", KingdomCheck);
        return losses switch
        {
            >= CollectiveMost => new(2, LongConsultation, $"{Count(losses)} redundancies at one establishment within 90 days; from {CollectiveMost} on consultation begins {LongConsultation} days before the first.", KingdomCheck, IsComplete: true),
            >= CollectiveLeast => new(1, ShortConsultation, $"{Count(losses)} redundancies at one establishment within 90 days; from {CollectiveLeast} on consultation begins {ShortConsultation} days before the first.", KingdomCheck, IsComplete: true),
            _ => Contract($"{Count(losses)} redundancies at one establishment; collective consultation begins at {CollectiveLeast}.", KingdomCheck),
        };
    }

    private static NoticeSuggestion Contract(string why, string check) => new(null, null, $"{why} The notice of the contracts holds.", check, IsComplete: true);

    private static NoticeSuggestion Missing(string what, string check) => new(null, null, $"For a suggestion, state {what}.", check, IsComplete: false);

    private static string Count(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
