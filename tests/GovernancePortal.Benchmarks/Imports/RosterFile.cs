using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Imports;

/// <summary>Writes a roster as a large organisation exports it; the same rows every time.</summary>
internal static class RosterFile
{
    public const string Top = "Larkfield";
    private const int Divisions = 10;
    private const int Departments = 10;
    private const int Teams = 14;
    private const string Header =
        "Employee number,Name,E-mail,Unit,Manager,Level,Job title,Contractor,Location,Start date,Annual loaded cost,Skills,Systems";

    private static readonly string[] First = ["Ada", "Ben", "Chiara", "Deniz", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Kaya", "Lena", "Mika", "Noor", "Olga", "Pablo", "Quinn", "Rosa", "Sven", "Tara"];
    private static readonly string[] Starts = ["Al", "Bren", "Cas", "Dor", "Ehr", "Fal", "Gold", "Hart", "Ing", "Jor", "Kell", "Lind", "Mar", "Nor", "Ost", "Pet", "Ren", "Sand", "Tor", "Wes"];
    private static readonly string[] Ends = ["berg", "dale", "er", "feld", "gren", "holm", "insky", "man", "mann", "moor", "oli", "os", "quist", "sen", "son", "stein", "ton", "ulis", "vik", "wood"];
    private static readonly string[] Levels = ["Junior", "Mid", "Mid", "Senior", "Senior", "Principal"];
    private static readonly string[] Roles = ["Software engineer", "Data analyst", "Product manager", "Warehouse lead", "Accountant", "Support specialist", "Site engineer", "Designer"];
    private static readonly string[] Locations = ["Berlin", "Leeds", "Lyon", "Porto", "Zürich", "Warsaw"];
    private static readonly string[] Skills = ["C#", "Python", "SQL", "Negotiation", "Bookkeeping", "Forklift licence", "Statistics", "French", "Java", "Planning"];
    private static readonly string[] Systems = ["SAP", "Salesforce", "Jira", "ServiceNow", "Workday", "Snowflake"];

    /// <param name="path">The file.</param>
    /// <param name="rows">People.</param>
    /// <param name="wrongEvery">Every how many rows one is wrong, in one of three ways; 0 for none.</param>
    public static void Write(string path, int rows, int wrongEvery = 0)
    {
        var random = new Random(20261123);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.WriteLine(Header);
        for (var i = 1; i <= rows; i++)
        {
            var first = Pick(random, First);
            var last = Pick(random, Starts) + Pick(random, Ends);
            var wrong = wrongEvery > 0 && i % wrongEvery == 0 ? 1 + i / wrongEvery % 3 : 0;
            var team = random.Next(Divisions * Departments * Teams);
            var start = new DateOnly(2005, 1, 1).AddDays(random.Next(7_900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            writer.Write(Invariant($"E{i:0000000},{first} {last},{(wrong == 1 ? "no address" : $"{first}.{last}.{i}@larkfield.example")},"));
            writer.Write(Invariant($"{Top}/Division {team / (Departments * Teams):00}/Department {team / Teams % Departments:00}/Team {team % Teams:00},"));
            // One in ten leads others; leaders stand before and after the people they lead. The first has nobody.
            writer.Write(wrong == 2 ? "E9999999," : i == 1 ? "," : Invariant($"E{Leader(random, i, rows):0000000},"));
            writer.Write(Invariant($"{Pick(random, Levels)},{Pick(random, Roles)},{(random.Next(8) == 0 ? "yes" : "no")},{Pick(random, Locations)},"));
            writer.Write(Invariant($"{(wrong == 3 ? "2021-02-30" : start)},{40_000 + random.Next(90_000)},{Words(random, Skills)},{Words(random, Systems)}\r\n"));
        }
    }

    private static int Leader(Random random, int person, int rows)
    {
        var leader = 1 + random.Next(Math.Max(1, rows / 10)) * 10;
        return leader == person ? 1 : leader;
    }

    private static string Words(Random random, string[] words)
    {
        var first = random.Next(words.Length);
        return random.Next(2) == 0 ? words[first] : $"{words[first]};{words[(first + 1 + random.Next(words.Length - 1)) % words.Length]}";
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
