namespace GovernancePortal.Infra.Tests;

public sealed class BicepTests
{
    [Fact]
    public async Task Every_bicep_file_compiles_without_a_single_remark()
    {
        Directory.GetFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Length.ShouldBeGreaterThan(1);

        (await Bicep.LintAsync(Repository.PathOf("infra"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_file_is_reported_even_where_the_compiler_only_warns()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await WriteAsync("misspelt", Plan("reservd: true"));
            await WriteAsync("mistyped", Plan("reserved: 'yes'"));
            await WriteAsync("undeclared", Plan("reserved: missing"));
            await WriteAsync("unused", "param never string");
            await WriteAsync("nonsense", "this is no bicep");

            var remarks = await Bicep.LintAsync(folder.FullName);

            remarks.ShouldContain(r => r.Contains("misspelt.bicep:5 BCP089"));
            remarks.ShouldContain(r => r.Contains("mistyped.bicep:5 BCP036"));
            remarks.ShouldContain(r => r.Contains("undeclared.bicep:5 BCP057"));
            remarks.ShouldContain(r => r.Contains("unused.bicep:1 no-unused-params"));
            remarks.ShouldContain(r => r.Contains("nonsense.bicep:1 BCP007"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".bicep"), text);
    }

    private static string Plan(string property) =>
        $$"""
            param location string
            resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
              name: 'plan'
              location: location
              properties: { {{property}} }
            }
            """;
}
