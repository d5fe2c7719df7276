using System.Text;

namespace GovernancePortal.Web.Platform.Cli;

/// <summary>Reads a password from the terminal without showing it, or a line of what is piped in.</summary>
internal static class PasswordPrompt
{
    public static string Read(string question)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine() ?? "";

        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
