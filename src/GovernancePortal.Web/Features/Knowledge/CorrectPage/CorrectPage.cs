using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.CorrectPage;

/// <summary>Corrects what the register says of a page: whose it is, for how long a verification counts, whether agents are meant to read it.</summary>
/// <param name="Unit">Its path; empty when the page belongs to no unit.</param>
/// <param name="Owner">Employee number or e-mail; empty for nobody.</param>
/// <param name="Deputy">Employee number or e-mail; empty for nobody.</param>
/// <param name="Interval">Such as 6 months; empty when nobody has said.</param>
[Requires(Policies.ManagePages)]
public sealed record CorrectPageCommand(
    KnowledgePageId PageId, int Version, string Title, string Unit, string Owner, string Deputy, string OwnerText, Criticality Criticality, bool IsAgentReadable, string Interval) : IRequest<Result>;

internal sealed class CorrectPageValidator : AbstractValidator<CorrectPageCommand>
{
    public CorrectPageValidator()
    {
        RuleFor(c => c.Title).NotEmpty().WithMessage("State the title.");
        RuleFor(c => c.Interval).Must(i => string.IsNullOrWhiteSpace(i) || ReviewInterval.TryParse(i, out _)).WithMessage("State a number of days, weeks, months or years, such as 6 months.");
    }
}

internal sealed class CorrectPageHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<CorrectPageCommand, Result>
{
    public async Task<Result> Handle(CorrectPageCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ManagePages);
        var found = await PageAccess.FindAsync(db, scope, request.PageId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var page = found.Value;
        if (page.WithdrawnAt is not null) return KnowledgeErrors.Withdrawn;

        var faults = new List<FieldError>();
        var (before, now) = (page.Facts, clock.GetUtcNow());
        var facts = before with
        {
            Title = request.Title.Trim(),
            UnitId = await UnitAsync(db, scope, request.Unit.Trim(), faults, cancellationToken),
            Owner = await PersonAsync(db, scope, nameof(request.Owner), request.Owner.Trim(), before.Owner, faults, cancellationToken),
            Deputy = await PersonAsync(db, scope, nameof(request.Deputy), request.Deputy.Trim(), before.Deputy, faults, cancellationToken),
            OwnerText = request.OwnerText.Trim(),
            Criticality = request.Criticality,
            IsAgentReadable = request.IsAgentReadable,
            Interval = ReviewInterval.TryParse(request.Interval, out var interval) ? interval : null,
        };
        if (faults.Count > 0) return new Error("page.facts", "Some answers need another look. Nothing was written.", ErrorKind.Invalid) { Fields = faults };

        var changed = page.Change(facts);
        if (!changed.IsSuccess || !changed.Value) return changed;
        db.EvaluationSignals.Add(new EvaluationSignal("knowledge", now));
        db.Record(user.Actor, "page.corrected", PageAccess.Subject(page.Id), new { before = Payload(before), after = Payload(page.Facts) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private static async Task<UnitId?> UnitAsync(PortalDbContext db, UnitScope scope, string path, List<FieldError> faults, CancellationToken cancellationToken)
    {
        if (path.Length == 0 && scope.IsWholeOrganisation) return null;
        var unit = await db.Units.Within(scope).Where(u => u.Path == path).Select(u => (UnitId?)u.Id).SingleOrDefaultAsync(cancellationToken);
        if (unit is null) faults.Add(new(nameof(CorrectPageCommand.Unit), "Choose a unit that your role covers, by its path."));
        return unit;
    }

    /// <summary>Whoever stays need not work here; whoever is named anew must.</summary>
    private async Task<PersonId?> PersonAsync(PortalDbContext db, UnitScope scope, string field, string key, PersonId? before, List<FieldError> faults, CancellationToken cancellationToken)
    {
        if (key.Length == 0) return null;
        var (here, everybody) = (db.WorkingOn(clock.Today()).Within(db.Units, scope), db.People.Where(p => p.Id == before));
        var found = await here.Union(everybody).Where(p => p.EmployeeNumber == key || p.Email == key).Select(p => p.Id).Take(2).ToListAsync(cancellationToken);
        if (found.Count == 1) return found[0];
        faults.Add(new(field, "Name a person who works in the units your role covers, by employee number or e-mail."));
        return null;
    }

    private static object Payload(PageFacts facts) =>
        new
        {
            title = facts.Title,
            unit = facts.UnitId?.Value,
            owner = facts.Owner?.Value,
            deputy = facts.Deputy?.Value,
            channel = facts.OwnerText,
            criticality = facts.Criticality.ToString(),
            agents = facts.IsAgentReadable,
            interval = facts.Interval?.ToString(),
        };
}
