using System.Globalization;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Adoption.ProposeTarget;

/// <summary>What was typed, as it was typed, so that a refusal loses nothing.</summary>
public sealed class ProposalForm
{
    public ProposalForm(ProposalStart start)
    {
        Start = Iso(start.Today);
        Template = start.Draft?.Template ?? GuardrailTemplates.Engineering.Key;
        var template = GuardrailTemplates.Find(Template) ?? GuardrailTemplates.Engineering;
        Guardrails = [.. GuardrailCatalogue.All.Select(d => new GuardrailRow(d, template))];
        if (start.Draft is not { } draft) return;

        var chosen = draft.Guardrails.ToDictionary(g => g.Type);
        foreach (var row in Guardrails) row.Take(chosen.GetValueOrDefault(row.Definition.Type));

        var terms = draft.Terms;
        (Unit, Owner, Deputy) = (Know(Units, draft.Unit), Know(People, draft.Owner), Know(People, draft.Deputy));
        (Baseline, Value) = (Figures.Percent(terms.BaselineValue), Figures.Percent(terms.TargetValue));
        (Start, Due) = (Iso(terms.StartDate), Iso(terms.DueDate));
        (Outcome, OutcomeBaseline) = (terms.OutcomeMetric ?? "", terms.OutcomeBaseline?.ToString(CultureInfo.InvariantCulture) ?? "");
        (LowerIsBetter, Incentive) = (terms.OutcomeDirection == Direction.Max, terms.IncentiveLinkedToUsage);
    }

    /// <summary>Labels offered so far, with what they stand for.</summary>
    public Dictionary<string, Guid> Units { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Guid> People { get; } = new(StringComparer.Ordinal);

    public string Unit { get; set; } = "";

    public string Baseline { get; set; } = "";

    public string Value { get; set; } = "";

    public string Start { get; set; }

    public string Due { get; set; } = "";

    public string Outcome { get; set; } = "";

    public string OutcomeBaseline { get; set; } = "";

    public bool LowerIsBetter { get; set; }

    public string Owner { get; set; } = "";

    public string Deputy { get; set; } = "";

    public bool Incentive { get; set; }

    public string LooserReason { get; set; } = "";

    public string Template { get; private set; }

    public IReadOnlyList<GuardrailRow> Guardrails { get; }

    /// <summary>Sets every guardrail to what the template asks for.</summary>
    public void Choose(string key)
    {
        if (GuardrailTemplates.Find(key) is not { } template) return;
        Template = key;
        foreach (var row in Guardrails) row.Follow(template);
    }

    /// <summary>The command, and what could not be read as what it should be.</summary>
    public (ProposeTargetCommand Command, IReadOnlyList<FieldError> Faults) Read(AdoptionTargetId? targetId, int version)
    {
        var faults = new List<FieldError>();
        var unit = Chosen(nameof(TargetTerms.Scope), Unit, Units, "Choose a unit of the list.");
        var owner = Chosen(nameof(TargetTerms.Owner), Owner, People, "Choose a person of the list.");
        var deputy = Chosen(nameof(ProposeTargetCommand.Deputy), Deputy, People, "Choose a person of the list.");
        var terms = new TargetTerms
        {
            Metric = TargetMetrics.WeeklyActiveShare,
            Scope = unit is { } u ? new UnitId(u) : null,
            BaselineValue = Number(nameof(TargetTerms.BaselineValue), Baseline) / 100,
            TargetValue = Number(nameof(TargetTerms.TargetValue), Value) / 100,
            StartDate = Date(nameof(TargetTerms.StartDate), Start),
            DueDate = Date(nameof(TargetTerms.DueDate), Due),
            Owner = owner is { } o ? new PersonId(o) : null,
            OutcomeMetric = Outcome.Trim(),
            OutcomeBaseline = Number(nameof(TargetTerms.OutcomeBaseline), OutcomeBaseline),
            OutcomeDirection = LowerIsBetter ? Direction.Max : Direction.Min,
            IncentiveLinkedToUsage = Incentive,
        };
        var guardrails = Guardrails.Where(g => g.Included).Select(g => g.Read(faults)).ToList();
        var command = new ProposeTargetCommand(targetId, version, terms, deputy is { } d ? new PersonId(d) : null, guardrails, LooserReason.Trim(), Template);
        if (faults.Count == 0) return (command, faults);

        // Told together, so that nobody corrects the form twice; a field that could not be read is not also called empty.
        var unread = faults.Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(ProposalRules.Faults(command).Where(f => !unread.Contains(f.Field)));
        return (command, faults);

        Guid? Chosen(string field, string text, Dictionary<string, Guid> known, string message)
        {
            if (text.Trim().Length == 0) return null;
            if (known.TryGetValue(text.Trim(), out var id)) return id;
            faults.Add(new(field, message));
            return null;
        }

        double? Number(string field, string text) => Figures.Read(text, field, faults);

        DateOnly? Date(string field, string text)
        {
            if (text.Length == 0) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            faults.Add(new(field, "State a date."));
            return null;
        }
    }

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Know(Dictionary<string, Guid> known, Choice? choice)
    {
        if (choice is not null) known[choice.Label] = choice.Id;
        return choice?.Label ?? "";
    }
}
