using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.VerifyLedger;

/// <summary>Reads and checks the whole ledger, and records that it was found whole.</summary>
/// <param name="Progress">Told now and then how far it has come.</param>
[Requires(Policies.VerifyLedger)]
public sealed record VerifyLedgerCommand(IProgress<LedgerProgress>? Progress = null) : IRequest<Result<LedgerReport>>, IWholeOrganisationRequest;

internal sealed partial class VerifyLedgerHandler(
    LedgerVerifier verifier,
    IDbContextFactory<PortalDbContext> contexts,
    CurrentUser user,
    ILogger<VerifyLedgerHandler> log
) : IRequestHandler<VerifyLedgerCommand, Result<LedgerReport>>
{
    public async Task<Result<LedgerReport>> Handle(VerifyLedgerCommand request, CancellationToken cancellationToken)
    {
        // Hashing is work: off the thread that an open page renders on.
        var report = await Task.Run(() => verifier.VerifyAsync(request.Progress, cancellationToken), cancellationToken);
        if (!report.IsWhole)
        {
            // Nothing is appended to a record that does not hold.
            Damaged(report.Fault!);
            return report;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Record(user.Actor, "ledger.verified", "ledger", new { report.Entries, Root = Convert.ToBase64String(report.Root) });
        await db.SaveChangesAsync(cancellationToken);
        Whole(report.Entries);
        return report;
    }

    [LoggerMessage(6011, LogLevel.Critical, "The ledger does not hold: {Fault}")]
    private partial void Damaged(string fault);

    [LoggerMessage(6012, LogLevel.Information, "The ledger is whole: {Entries} entries")]
    private partial void Whole(long entries);
}
