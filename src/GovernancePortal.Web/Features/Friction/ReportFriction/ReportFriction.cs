using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Friction.Telling;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Friction.ReportFriction;

/// <summary>What the form offers: the tools that may be used where the user works.</summary>
[Requires(Policies.ReportFriction)]
public sealed record GetFrictionFormQuery : IRequest<Result<FrictionForm>>;

/// <param name="ToldFrom">When the figures of the running period are told.</param>
public sealed record FrictionForm(IReadOnlyList<ReportableTool> Tools, DateOnly ToldFrom);

public sealed record ReportableTool(AiToolId Id, string Name);

/// <summary>Reports that an AI tool got in the way. Who reports is not kept, and the ledger has no entry of it: it would name the account.</summary>
/// <param name="ToolId">Null for something that is not in the list.</param>
[Requires(Policies.ReportFriction)]
public sealed record ReportFrictionCommand(AiToolId? ToolId, FrictionKind Kind, int? Minutes, string Text) : IRequest<Result>;

internal sealed class ReportFrictionValidator : AbstractValidator<ReportFrictionCommand>
{
    public ReportFrictionValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose what happened.");
        RuleFor(c => c.Minutes).NotNull().WithMessage("State the minutes it cost, roughly.");
        RuleFor(c => c.Minutes).InclusiveBetween(1, FrictionReport.MostMinutes).WithMessage($"State 1 to {FrictionReport.MostMinutes} minutes.");
        RuleFor(c => c.Text).MaximumLength(FrictionReport.TextMaxLength).WithMessage($"Use at most {FrictionReport.TextMaxLength} characters.");
    }
}

internal sealed class ReportFrictionHandler(IDbContextFactory<PortalDbContext> contexts, FrictionKeys keys, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetFrictionFormQuery, Result<FrictionForm>>,
        IRequestHandler<ReportFrictionCommand, Result>
{
    private static readonly Error NoPerson = new(
        "noPerson", "Your account is not linked to a person of the roster, so your report would belong to no unit. An administrator can link it.");

    private static readonly Error Enough = new("friction.enough", $"You have reported {FrictionReport.MostPerDay} times today. Come back tomorrow; what you reported counts.");

    public async Task<Result<FrictionForm>> Handle(GetFrictionFormQuery request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await UnitOfAsync(db, me, cancellationToken) is not { } unit) return NoPerson;

        var today = clock.Today();
        var tools = await Tools(db, unit, today).OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => new ReportableTool(t.Id, t.Name)).ToListAsync(cancellationToken);
        return new FrictionForm(tools, FrictionPeriod.Of(today).ToldFrom);
    }

    public async Task<Result> Handle(ReportFrictionCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await UnitOfAsync(db, me, cancellationToken) is not { } unit) return NoPerson;

        var today = clock.Today();
        if (request.ToolId is { } tool && !await Tools(db, unit, today).AnyAsync(t => t.Id == tool, cancellationToken))
            return FieldRefusal.At(nameof(request.ToolId), "Choose a tool of the list.");

        var mark = FrictionReport.MarkOf(keys.Of(FrictionPeriod.Of(today)), me);
        var place = 1 + await db.FrictionReports.CountAsync(r => r.Mark == mark && r.Day == today, cancellationToken);
        if (place > FrictionReport.MostPerDay) return Enough;

        // Not version 7: that would tell in which order reports came.
        db.FrictionReports.Add(new FrictionReport(Guid.NewGuid(), mark, place, today, unit.Id, request.ToolId, request.Kind, request.Minutes!.Value, request.Text));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private static Task<Unit?> UnitOfAsync(PortalDbContext db, PersonId person, CancellationToken cancellationToken) =>
        db.Units.AsNoTracking().Where(u => db.People.Any(p => p.Id == person && p.UnitId == u.Id)).SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<AiTool> Tools(PortalDbContext db, Unit unit, DateOnly today)
    {
        var left = unit.Left;
        return db
            .AiTools.AsNoTracking().IgnoreAutoIncludes()
            .Where(t => t.ApprovedFrom <= today && (t.RetiredOn == null || t.RetiredOn > today))
            .Where(t => t.Units.Any(a => db.Units.Any(u => u.Id == a.UnitId && u.Left <= left && u.Right >= left)));
    }
}
