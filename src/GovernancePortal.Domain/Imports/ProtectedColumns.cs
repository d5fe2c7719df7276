namespace GovernancePortal.Domain.Imports;

/// <summary>Columns that a roster may not bring in: protected attributes are dropped, and facts that can stand in for them are pointed out.</summary>
public static class ProtectedColumns
{
    private static readonly HashSet<string> Protected = new(StringComparer.Ordinal)
    {
        "age", "agegroup", "ageband", "agerange", "ageyears", "yearofbirth", "birthyear", "dateofbirth", "birthdate", "birthday", "dob", "over18", "over40",
        "gender", "genderidentity", "sex", "pronouns", "sexualorientation", "orientation", "pregnancy", "pregnant", "maternity", "maternityleave", "parentalleave",
        "maritalstatus", "marital", "civilstatus", "familystatus", "children", "numberofchildren", "dependants", "dependents",
        "ethnicity", "ethnicgroup", "race", "racialgroup", "colour", "color", "caste", "nationality", "nationalorigin", "citizenship", "countryofbirth", "birthplace",
        "placeofbirth", "mothertongue", "nativelanguage", "visa", "visastatus", "immigrationstatus",
        "religion", "belief", "faith", "denomination", "politicalaffiliation", "politicalparty", "tradeunion", "unionmember", "unionmembership",
        "disability", "disabilitystatus", "disabled", "health", "healthstatus", "medical", "sickdays", "sickleave", "veteran", "veteranstatus", "genetic",
    };

    private static readonly HashSet<string> StandIns = new(StringComparer.Ordinal)
    {
        "distancefromhome", "distance", "homeaddress", "address", "postcode", "zipcode", "zip", "postalcode", "homecity", "commute", "commutedistance",
        "totalworkingyears", "yearsofexperience", "yearsexperience", "graduationyear", "yearofgraduation", "university", "school", "firstname", "title", "salutation",
        "photo", "attrition",
    };

    /// <summary>Whether the column holds a protected attribute; such a column is never read.</summary>
    public static bool IsProtected(string header) => Protected.Contains(HeaderForm.Of(header));

    /// <summary>Whether the column can stand in for a protected attribute.</summary>
    public static bool CanStandIn(string header) => StandIns.Contains(HeaderForm.Of(header));
}
