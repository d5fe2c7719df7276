using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.ReportWrongAnswer;

/// <summary>Says that what a page told was wrong. The page goes to the top of the work queue; whether it is withheld, a person decides.</summary>
[Requires(Policies.ReportPages)]
public sealed record ReportWrongAnswerCommand(string Url, string Text, string? System = null) : IRequest<Result>;

internal sealed class ReportWrongAnswerValidator : AbstractValidator<ReportWrongAnswerCommand>
{
    public ReportWrongAnswerValidator()
    {
        RuleFor(c => c.Url).NotEmpty().WithMessage("State the address.");
        RuleFor(c => c.Text).NotEmpty().WithMessage(KnowledgeErrors.WrongAnswerMissing.Message).MaximumLength(WrongAnswer.TextMaxLength).WithMessage(KnowledgeErrors.WrongAnswerTooLong.Message);
    }
}

internal sealed class ReportWrongAnswerHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ReportWrongAnswerCommand, Result>
{
    public async Task<Result> Handle(ReportWrongAnswerCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (url, system, actor) = (request.Url.Trim(), request.System, user.Actor);
        var pages = await db
            .KnowledgePages.Within(db.Units, user.ScopeOf(Policies.ReportPages)).Where(p => p.Url == url && (system == null || p.System == system)).Select(p => p.Id).Take(2).ToListAsync(cancellationToken);
        if (pages.Count != 1) return KnowledgeErrors.NotFound;
        var page = pages[0];

        var report = WrongAnswer.Report(page, request.Text, actor, clock.GetUtcNow());
        if (!report.IsSuccess) return report;
        // An agent that asks again says nothing new.
        var text = report.Value.Text;
        if (await db.WrongAnswers.AnyAsync(w => w.PageId == page && w.SettledAt == null && w.Reporter == actor && w.Text == text, cancellationToken)) return Result.Success;

        // Nobody looked through what a program wrote: the ledger, which keeps for good, holds only its hash.
        db.WrongAnswers.Add(report.Value);
        db.Record(actor, "page.doubted", PageAccess.Subject(page), new { textSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
