using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.ProposeTarget;

/// <summary>Everything that is wrong with a proposal, each at its field and all at once.</summary>
internal static class ProposalRules
{
    public static List<FieldError> Faults(ProposeTargetCommand request)
    {
        var faults = request.Terms.ProposalFaults().Select(f => new FieldError(f.Field, f.Message)).ToList();
        var isShare = request.Terms.Metric == TargetMetrics.WeeklyActiveShare;
        if (isShare && request.Terms.BaselineValue is < 0 or > 1) faults.Add(new(nameof(TargetTerms.BaselineValue), "A share lies between 0% and 100%."));
        if (isShare && request.Terms.TargetValue is < 0 or > 1) faults.Add(new(nameof(TargetTerms.TargetValue), "A share lies between 0% and 100%."));
        if (request.Deputy is { } deputy && deputy == request.Terms.Owner) faults.Add(new(nameof(request.Deputy), "Owner and deputy must be two people."));

        var missing = GuardrailCatalogue.Mandatory.Except(request.Guardrails.Select(g => g.Type)).Select(t => GuardrailCatalogue.Of(t).Name).ToList();
        if (missing.Count > 0) faults.Add(new(nameof(request.Guardrails), $"No target goes without {string.Join(", ", missing)}."));
        foreach (var guardrail in request.Guardrails)
        {
            faults.AddRange(guardrail.Settings.Faults().Select(f => new FieldError(FieldOf(guardrail.Type, f.Field), f.Message)));
        }

        if (TemplateOf(request) is not { } template) faults.Add(new(nameof(request.Template), "Choose the kind of work."));
        else if (string.IsNullOrWhiteSpace(request.LooserReason) && Looser(request, template) is { } looser) faults.Add(new(nameof(request.LooserReason), looser));
        if (request.LooserReason?.Length > AdoptionTarget.ReasonMaxLength)
            faults.Add(new(nameof(request.LooserReason), $"Use at most {AdoptionTarget.ReasonMaxLength} characters."));
        return faults;
    }

    public static GuardrailTemplate? TemplateOf(ProposeTargetCommand request) => GuardrailTemplates.Find(request.Template);

    private static string? Looser(ProposeTargetCommand request, GuardrailTemplate template)
    {
        var looser = request.Guardrails.Where(g => g.IsLooserThan(template)).Select(g => g.Type).Concat(template.LeftOutBy(request.Guardrails.Select(g => g.Type))).Select(t => GuardrailCatalogue.Of(t).Name).ToList();
        return looser.Count == 0 ? null : $"Looser than the template for this kind of work: {string.Join(", ", looser)}. State why; the reason stands in the ledger.";
    }

    /// <summary>Name of the form's field for a threshold.</summary>
    public static string FieldOf(GuardrailType type, string property) => $"{type}.{property}";

    public static Error Refused(IReadOnlyList<FieldError> faults) =>
        new("target.proposal", faults.Count == 1 ? faults[0].Message : $"{faults.Count} answers need another look. Nothing was written.", ErrorKind.Invalid) { Fields = faults };

    /// <summary>Gives a draft exactly these guardrails.</summary>
    public static Result Apply(PortalDbContext db, AdoptionTarget target, IReadOnlyList<ProposedGuardrail> proposed)
    {
        var keys = proposed.Select(p => p.Type.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in target.Guardrails.Where(g => !keys.Contains(g.Key))) target.RemoveGuardrail(gone.Key);

        var known = target.Guardrails.Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var guardrail in proposed)
        {
            var key = guardrail.Type.ToString();
            if (known.Contains(key))
            {
                if (target.ReviseGuardrail(key, guardrail.Settings) is { IsSuccess: false } unusable) return unusable;
                continue;
            }

            var added = target.AddGuardrail(key, guardrail.Settings);
            if (!added.IsSuccess) return added.Error!;
            // Its key is set already, so that the change tracker would take it for a row that exists.
            db.Entry(added.Value).State = EntityState.Added;
        }

        return Result.Success;
    }
}
