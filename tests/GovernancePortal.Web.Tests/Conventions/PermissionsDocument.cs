using System.Reflection;
using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;

namespace GovernancePortal.Web.Tests.Conventions;

public sealed class PermissionsDocument
{
    private const string File = "docs/permissions.md";

    /// <summary>Set UPDATE_DOCS=1 to write the document instead of comparing it.</summary>
    [Fact]
    public void The_permissions_document_is_what_the_code_says()
    {
        var path = Path.Combine(Source.Root, File);
        var text = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") System.IO.File.WriteAllText(path, text);

        System.IO.File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(text, $"{File} is stale: run the tests once with UPDATE_DOCS=1.");
    }

    private static string Write()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("# Who may do what\n\nGenerated from the code; a test compares it. Every role reaches the unit it is assigned for and everything below it.\n");
        text.Append("An API key reaches its own unit in the same way, through the scopes named in the last column.\n\n");
        text.Append("| request | policy | ").AppendJoin(" | ", roles.Select(RoleNames.Of)).Append(" | API scope |\n|---|---|").Insert(text.Length, "---|", roles.Length).Append("---|\n");

        foreach (var (request, policy) in Requests())
        {
            var rule = PolicyTable.All[policy];
            text.Append($"| {request} | {policy} | ")
                .AppendJoin(" | ", roles.Select(r => rule.Roles.Contains(r) ? "yes" : ""))
                .Append($" | {string.Join(", ", rule.ApiScopes.Order(StringComparer.Ordinal))} |\n");
        }

        text.Append("\n## Policies\n\n| policy | allows to |\n|---|---|\n");
        foreach (var policy in PolicyTable.All.Values) text.Append($"| {policy.Name} | {policy.Meaning} |\n");
        return text.ToString();
    }

    private static IEnumerable<(string Request, string Policy)> Requests() =>
        typeof(Program)
            .Assembly.GetTypes()
            .Select(t => (Type: t, Requires: t.GetCustomAttribute<RequiresAttribute>()))
            .Where(x => x.Requires is not null)
            .Select(x => (Name: $"{Feature(x.Type)} / {x.Type.Name}", x.Requires!.Policy))
            .OrderBy(x => x.Name, StringComparer.Ordinal);

    private static string Feature(Type request) => request.Namespace!.Split('.').SkipWhile(p => p != "Features").ElementAtOrDefault(1) ?? "Platform";
}
