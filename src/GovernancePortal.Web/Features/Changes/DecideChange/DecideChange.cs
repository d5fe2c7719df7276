using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.DecideChange;

/// <summary>Signs a change off at the commit that was looked at.</summary>
/// <param name="Version">Of the change, as it was read.</param>
[Requires(Policies.SignOffChanges)]
public sealed record ApproveChangeCommand(ChangeId ChangeId, int Version, string Note = "") : IRequest<Result<GateVerdict>>;

/// <summary>Says what is wrong with a change; the gate refuses it until another commit is pushed or the same person signs it off.</summary>
[Requires(Policies.SignOffChanges)]
public sealed record RejectChangeCommand(ChangeId ChangeId, int Version, FindingType Finding, string System, string Note) : IRequest<Result<GateVerdict>>;

/// <summary>Lets a change through in an emergency.</summary>
[Requires(Policies.PassChanges)]
public sealed record PassChangeCommand(ChangeId ChangeId, int Version, string Reason) : IRequest<Result<GateVerdict>>;

/// <summary>Says what a look at an emergency pass found.</summary>
/// <param name="Finding"><see cref="FindingType.None"/> when all is well.</param>
[Requires(Policies.ReviewPasses)]
public sealed record ReviewPassCommand(ChangeId ChangeId, int Version, FindingType Finding, string System, string Note) : IRequest<Result<GateVerdict>>;

internal sealed class ApproveChangeValidator : AbstractValidator<ApproveChangeCommand>
{
    public ApproveChangeValidator() => RuleFor(c => c.Note).MaximumLength(SignOff.NoteMaxLength).WithMessage($"Use at most {SignOff.NoteMaxLength} characters.");
}

internal sealed class RejectChangeValidator : AbstractValidator<RejectChangeCommand>
{
    public RejectChangeValidator()
    {
        RuleFor(c => c.Finding).IsInEnum().NotEqual(FindingType.None).WithMessage("Say what kind of fault it is.");
        RuleFor(c => c.Note).NotEmpty().WithMessage("Say what is wrong, so that the author can mend it.").MaximumLength(SignOff.NoteMaxLength).WithMessage($"Use at most {SignOff.NoteMaxLength} characters.");
    }
}

internal sealed class PassChangeValidator : AbstractValidator<PassChangeCommand>
{
    public PassChangeValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why it cannot wait.").MaximumLength(SignOff.NoteMaxLength).WithMessage($"Use at most {SignOff.NoteMaxLength} characters.");
}

internal sealed class ReviewPassValidator : AbstractValidator<ReviewPassCommand>
{
    public ReviewPassValidator()
    {
        RuleFor(c => c.Finding).IsInEnum();
        RuleFor(c => c.Note).NotEmpty().WithMessage("Say what you looked at and what you found.").MaximumLength(SignOff.NoteMaxLength).WithMessage($"Use at most {SignOff.NoteMaxLength} characters.");
    }
}

internal sealed class DecideChangeHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ApproveChangeCommand, Result<GateVerdict>>,
        IRequestHandler<RejectChangeCommand, Result<GateVerdict>>,
        IRequestHandler<PassChangeCommand, Result<GateVerdict>>,
        IRequestHandler<ReviewPassCommand, Result<GateVerdict>>
{
    public Task<Result<GateVerdict>> Handle(ApproveChangeCommand request, CancellationToken cancellationToken) =>
        DecideAsync(request.ChangeId, request.Version, Policies.SignOffChanges, "change.approved", (opened, approver, now) => opened.Change.Approve(approver, opened.Terms, opened.Given, request.Note, now), cancellationToken);

    public Task<Result<GateVerdict>> Handle(RejectChangeCommand request, CancellationToken cancellationToken) =>
        DecideAsync(request.ChangeId, request.Version, Policies.SignOffChanges, "change.rejected", (opened, by, now) => opened.Change.Reject(by.Id, by.Level, request.Finding, request.System, request.Note, now), cancellationToken);

    public Task<Result<GateVerdict>> Handle(PassChangeCommand request, CancellationToken cancellationToken) =>
        DecideAsync(request.ChangeId, request.Version, Policies.PassChanges, "change.passed", (opened, by, now) => opened.Change.PassInEmergency(by.Id, by.Level, opened.Terms, opened.Given, request.Reason, now), cancellationToken);

    public Task<Result<GateVerdict>> Handle(ReviewPassCommand request, CancellationToken cancellationToken) =>
        DecideAsync(request.ChangeId, request.Version, Policies.ReviewPasses, "change.pass-reviewed", (opened, by, now) => opened.Change.ReviewAfter(by.Id, by.Level, opened.Given, request.Finding, request.System, request.Note, now), cancellationToken);

    private async Task<Result<GateVerdict>> DecideAsync(
        ChangeId id, int version, string policy, string kind, Func<OpenedChange, Approver, DateTimeOffset, Result<SignOff>> decide, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var found = await ChangeDesk.OpenAsync(db, db.ProposedChanges, id, user.ScopeOf(policy), now.UtcDay(), cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var opened = found.Value;
        if (opened.Change.Version != version) return opened.Change.IsCurrent ? CommonErrors.ChangedMeanwhile : ChangeErrors.Superseded;
        if (await ApproverReader.ReadAsync(db, me, opened.Change, now, cancellationToken) is not { } approver) return AccessErrors.NoPerson;

        var made = decide(opened, approver, now);
        if (!made.IsSuccess) return made.Error!;

        db.SignOffs.Add(made.Value);
        opened.Given.Add(made.Value);
        var decision = await ChangeDesk.JudgeAsync(db, opened.Change, opened.Terms, opened.Given, now, cancellationToken);
        // Two who decide at once are told apart by the version, also where the first decision leaves the row as it was.
        db.Entry(opened.Change).Property(c => c.Verdict).IsModified = true;
        db.EvaluationSignals.Add(new EvaluationSignal("sign-off", now));
        db.Record(user.Actor, kind, $"change:{id}", Payload(opened.Change, made.Value, decision));
        await db.SaveChangesAsync(cancellationToken);
        return decision.Verdict;
    }

    // Ids of people only; the words stand with the decision.
    private static object Payload(ProposedChange change, SignOff made, GateDecision decision) => new
    {
        repository = change.Repository,
        number = change.Number,
        commit = change.Commit,
        tier = change.Tier,
        by = made.By,
        level = made.ByLevel,
        finding = made.Finding,
        system = made.System,
        note = made.Note,
        verdict = decision.Verdict,
        approvals = decision.Approvals,
        needed = decision.Needed,
    };
}
