namespace GovernancePortal.Verifier;

/// <summary>Accepts or rejects an exported ledger and its checkpoint, without trusting the portal that wrote them.</summary>
public static class Program
{
    private const int Accepted = 0;
    private const int Rejected = 1;
    private const int NotChecked = 2;

    private const string Usage = """
        Usage: governance-verify <log.ndjson> <checkpoint.txt> --key <verifier key or a file with it> [--previous <older checkpoint>]

        Checks that every entry of the log is written in the one canonical way, that none is missing, repeated, displaced or changed, that
        together they give the root in the checkpoint, that the checkpoint is signed with the key, and that they extend the older checkpoint.

        Exit code 0: accepted. 1: rejected, with the first fault. 2: nothing was checked, because of the arguments or an unreadable file.
        """;

    public static int Main(string[] args) => Run(args, Console.Out, Console.Error);

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        if (Arguments.Parse(args) is not { } arguments)
        {
            errors.WriteLine(Usage);
            return NotChecked;
        }

        try
        {
            Check(arguments, output);
            return Accepted;
        }
        catch (RejectedException fault)
        {
            output.WriteLine($"Rejected: {fault.Message}");
            return Rejected;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or UnusableKeyException)
        {
            errors.WriteLine($"Nothing was checked: {problem.Message}");
            return NotChecked;
        }
    }

    private static void Check(Arguments arguments, TextWriter output)
    {
        var key = PublicKey.Read(arguments.Key);
        var checkpoint = SignedNote.Read(arguments.Checkpoint, "checkpoint").Trusted(key);
        var previous = arguments.Previous is null ? null : SignedNote.Read(arguments.Previous, "older checkpoint").Trusted(key);
        if (previous is not null && previous.Size > checkpoint.Size)
        {
            throw new RejectedException($"The older checkpoint counts {previous.Size} entries, more than the {checkpoint.Size} of the newer one.");
        }

        using var log = File.OpenRead(arguments.Log);
        LogCheck.Run(log, checkpoint, previous);

        output.WriteLine($"Accepted: the log holds the {checkpoint.Size} entries that the checkpoint of {checkpoint.Origin} counts, unchanged and complete.");
        output.WriteLine($"The checkpoint is signed with the key {key}.");
        if (previous is not null) output.WriteLine($"The first {previous.Size} of them are those of the older checkpoint.");
    }
}

internal sealed record Arguments(string Log, string Checkpoint, string Key, string? Previous)
{
    public static Arguments? Parse(IReadOnlyList<string> args)
    {
        var files = new List<string>();
        string? key = null;
        string? previous = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--key" or "--previous")
            {
                var isKey = string.Equals(args[i], "--key", StringComparison.Ordinal);
                if (++i == args.Count || (isKey ? key : previous) is not null) return null;
                if (isKey) key = args[i];
                else previous = args[i];
            }
            else if (args[i].StartsWith('-'))
            {
                return null;
            }
            else
            {
                files.Add(args[i]);
            }
        }

        return files.Count == 2 && key is not null ? new Arguments(files[0], files[1], key, previous) : null;
    }
}

/// <summary>The evidence does not hold; the message is the sentence that the auditor reads.</summary>
internal sealed class RejectedException(string message) : Exception(message);

/// <summary>The key given on the command line cannot be used.</summary>
internal sealed class UnusableKeyException(string message) : Exception(message);
