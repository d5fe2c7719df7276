using System.CommandLine;
using GovernancePortal.Web.Platform.Ledger;

namespace GovernancePortal.Web.Platform.Cli;

/// <summary>Verifies the ledger without a browser, for a schedule of the operator's own. Exit code 0: whole, 1: not.</summary>
internal static class VerifyLedgerVerb
{
    public static Command Create()
    {
        var command = new Command("verify-ledger", "Check every entry, hash and checkpoint of the ledger; exit code 1 when it does not hold");
        command.SetAction(
            (_, cancellationToken) =>
                Verbs.WithPortalAsync((services, token) => RunAsync(services.GetRequiredService<LedgerVerifier>(), Console.Out, token), cancellationToken)
        );
        return command;
    }

    internal static async Task<int> RunAsync(LedgerVerifier verifier, TextWriter output, CancellationToken cancellationToken)
    {
        var report = await verifier.VerifyAsync(progress: null, cancellationToken);
        foreach (var proof in report.Proofs)
        {
            var mark = proof.Holds switch { true => "holds", false => "FAILS", null => "-    " };
            await output.WriteLineAsync($"{mark}  {proof.Text} ({proof.Detail})");
        }

        await output.WriteLineAsync(report.Fault ?? $"The record is whole: {report.Entries} entries.");
        return report.IsWhole ? 0 : 1;
    }
}
