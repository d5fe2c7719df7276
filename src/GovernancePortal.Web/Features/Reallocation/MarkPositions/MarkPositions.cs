using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.MarkPositions;

/// <summary>Marks the positions of people of a list. Those that do not match are told, the others are marked; who is marked already gets the share and reason anew.</summary>
/// <param name="Version">Of the case, as it was read.</param>
/// <param name="People">E-mail addresses or employee numbers, one to a line or separated by semicolons; "name, number" as search offers it.</param>
/// <param name="Share">Of each position, above 0 and at most 1.</param>
/// <param name="Reason">Why these; empty where the reasons of the case say it.</param>
[Requires(Policies.ManageCases)]
public sealed record MarkPositionsCommand(CaseId CaseId, int Version, string People, decimal Share, string Reason) : IRequest<Result<MarkedPositions>>;

/// <param name="Marked">How many positions were marked, or stated anew.</param>
/// <param name="Unmatched">What could not be, and why.</param>
public sealed record MarkedPositions(int Marked, IReadOnlyList<UnmatchedLine> Unmatched);

public sealed record UnmatchedLine(string Line, string Why);

/// <summary>Takes a position out of a draft.</summary>
[Requires(Policies.ManageCases)]
public sealed record UnmarkPositionCommand(CaseId CaseId, int Version, PersonId PersonId) : IRequest<Result>;

/// <summary>Says of a published case that a position stays after all.</summary>
[Requires(Policies.ManageCases)]
public sealed record WithdrawPositionCommand(CaseId CaseId, int Version, PersonId PersonId, string Reason) : IRequest<Result>;

internal sealed class MarkPositionsValidator : AbstractValidator<MarkPositionsCommand>
{
    // A line is at most an address; a list of the most positions a case may have fits many times over.
    private const int MostText = 2_000_000;

    public MarkPositionsValidator() =>
        RuleFor(c => c.People).NotEmpty().WithMessage("Name at least one person.").MaximumLength(MostText).WithMessage("Bring a shorter list.");
}

internal sealed class MarkPositionsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<MarkPositionsCommand, Result<MarkedPositions>>,
        IRequestHandler<UnmarkPositionCommand, Result>,
        IRequestHandler<WithdrawPositionCommand, Result>
{
    public async Task<Result<MarkedPositions>> Handle(MarkPositionsCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CaseAccess.FindForChangeAsync(db, user, request.CaseId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (one, now) = (found.Value, clock.GetUtcNow());
        var lines = PeopleLines.Of(request.People);
        if (lines.Count > DisplacementCase.MostPositions) return FieldRefusal.At(nameof(request.People), $"Bring at most {DisplacementCase.MostPositions} people at once.");
        var (people, unmatched) = await PeopleLines.MatchAsync(db, user.ScopeOf(Policies.ManageCases), one, lines, now.UtcDay(), cancellationToken);
        foreach (var person in people)
        {
            var marked = one.Mark(person, request.Share, request.Reason, now);
            if (!marked.IsSuccess) return marked.Error!;
        }

        if (people.Count == 0) return new MarkedPositions(0, unmatched);
        db.Tell(user, one, "positions.marked", new { marked = people.Count, positions = one.PositionCount, share = request.Share, people = CaseSeal.Of(one.Seal, people) });
        await db.SaveChangesAsync(cancellationToken);
        return new MarkedPositions(people.Count, unmatched);
    }

    public async Task<Result> Handle(UnmarkPositionCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CaseAccess.FindForChangeAsync(db, user, request.CaseId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var done = found.Value.Unmark(request.PersonId);
        if (!done.IsSuccess) return done;
        db.Tell(user, found.Value, "position.unmarked", new { positions = found.Value.PositionCount, people = CaseSeal.Of(found.Value.Seal, [request.PersonId]) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(WithdrawPositionCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CaseAccess.FindForChangeAsync(db, user, request.CaseId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var done = found.Value.WithdrawPosition(request.PersonId, request.Reason, clock.GetUtcNow());
        if (!done.IsSuccess) return done;
        db.Tell(user, found.Value, "position.withdrawn", new { positions = found.Value.PositionCount, people = CaseSeal.Of(found.Value.Seal, [request.PersonId]), reason = CaseSeal.Of(found.Value.Seal, request.Reason) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
