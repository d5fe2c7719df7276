using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Tools.Registry;

/// <summary>What was typed about a tool or agent, as it was typed, so that a refusal loses nothing.</summary>
public sealed class ToolForm
{
    public ToolForm() { }

    public ToolForm(ToolBrief brief)
    {
        var terms = brief.Terms;
        (Name, Kind, Vendor, Release, Purpose) = (terms.Name, terms.Kind, terms.Vendor, terms.Release, terms.Purpose);
        (Risk, Autonomy, Systems, ProductionAccess) = (terms.Risk, terms.Autonomy, terms.Systems, terms.ProductionAccess);
        (Gate, Data) = (terms.Gate, terms.Data);
        (GateHolder, Owner, Deputy) = (Know(brief.GateHolder), Know(brief.Owner), Know(brief.Deputy));
        (ApprovedFrom, ReviewDue) = (Typed.Text(terms.ApprovedFrom), Typed.Text(terms.ReviewDue));
        Units.AddRange(brief.Units);
    }

    /// <summary>People offered so far, by the words they were offered with.</summary>
    public Dictionary<string, Guid> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Units offered so far, by their paths.</summary>
    public Dictionary<string, Guid> KnownUnits { get; } = new(StringComparer.Ordinal);

    public string Name { get; set; } = "";

    public AiToolKind Kind { get; set; } = AiToolKind.Tool;

    public string Vendor { get; set; } = "";

    public string Release { get; set; } = "";

    public string Purpose { get; set; } = "";

    /// <summary>Zero while nothing was chosen.</summary>
    public RiskTier Risk { get; set; }

    /// <summary>Zero while nothing was chosen.</summary>
    public Autonomy Autonomy { get; set; }

    public string Systems { get; set; } = "";

    public bool ProductionAccess { get; set; }

    public string Gate { get; set; } = "";

    public string GateHolder { get; set; } = "";

    public string Owner { get; set; } = "";

    public string Deputy { get; set; } = "";

    public string Data { get; set; } = "";

    /// <summary>Chosen so far.</summary>
    public List<NamedChoice> Units { get; } = [];

    /// <summary>Typed and not added yet.</summary>
    public string Unit { get; set; } = "";

    public string ApprovedFrom { get; set; } = "";

    public string ReviewDue { get; set; } = "";

    /// <summary>It acts in production and no gate is stated: registered as it is, and told what that means.</summary>
    public bool IsUngated => ProductionAccess && Autonomy is (Autonomy.ActsAlone or Autonomy.ActsAfterApproval) && Gate.Trim().Length == 0;

    /// <summary>Adds the unit that was typed; false when it is none that was offered.</summary>
    public bool AddUnit()
    {
        if (!KnownUnits.TryGetValue(Unit.Trim(), out var id)) return false;
        if (Units.TrueForAll(u => u.Id != id)) Units.Add(new NamedChoice(id, Unit.Trim()));
        Unit = "";
        return true;
    }

    /// <summary>What is stated; what cannot be read as what it should be is added to the faults.</summary>
    public AiToolTerms Read(List<FieldError> faults)
    {
        // A unit that was chosen and not added yet is meant all the same.
        if (Unit.Trim().Length > 0 && !AddUnit()) faults.Add(new("Terms.Units", "Choose a unit of the list."));
        return new AiToolTerms
        {
            Name = Name,
            Kind = Kind,
            Vendor = Vendor,
            Release = Release,
            Purpose = Purpose,
            Risk = Risk,
            Autonomy = Autonomy,
            Systems = Systems,
            ProductionAccess = ProductionAccess,
            // What the form no longer shows is no longer stated.
            Gate = ProductionAccess ? Gate : "",
            GateHolder = ProductionAccess ? Person(GateHolder, "Terms.GateHolder", faults) : null,
            Owner = Person(Owner, "Terms.Owner", faults),
            Deputy = Person(Deputy, "Terms.Deputy", faults),
            Data = Data,
            Units = [.. Units.Select(u => new UnitId(u.Id))],
            ApprovedFrom = Typed.Day(ApprovedFrom, "Terms.ApprovedFrom", faults),
            ReviewDue = Typed.Day(ReviewDue, "Terms.ReviewDue", faults),
        }.Tidy();
    }

    private PersonId? Person(string text, string field, List<FieldError> faults)
    {
        if (text.Trim().Length == 0) return null;
        if (People.TryGetValue(text.Trim(), out var id)) return new PersonId(id);
        faults.Add(new(field, "Choose a person of the list."));
        return null;
    }

    private string Know(NamedChoice? person)
    {
        if (person is not null) People[person.Label] = person.Id;
        return person?.Label ?? "";
    }
}
