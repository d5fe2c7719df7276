using System.Text;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.NewImport;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.ImportFile;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Imports;

/// <summary>Short ways to bring a file to a test portal.</summary>
internal static class ImportPortal
{
    public static Stream Text(string content) => new MemoryStream(Encoding.UTF8.GetBytes(content));

    public static async Task<Result<ImportFileAnswer>> ImportAsync(
        this TestPortal portal,
        ImportKind kind,
        string content,
        bool dryRun = false,
        ImportChoices? choices = null,
        Role? role = null,
        Unit? unit = null
    ) => await portal.SendAs(role ?? Keeper(kind), new ImportFileCommand(kind, "file.csv", Text(content), dryRun, choices ?? new ImportChoices()), unit);

    /// <summary>Imports a file and expects that it is written.</summary>
    public static async Task<ImportFileAnswer> MustImportAsync(this TestPortal portal, ImportKind kind, string content, ImportChoices? choices = null)
    {
        var result = await portal.ImportAsync(kind, content, choices: choices);
        result.Error.ShouldBeNull();
        result.Value.Errors.ShouldBeEmpty();
        result.Value.ImportId.ShouldNotBeNull();
        return result.Value;
    }

    public static async Task<Result<UploadedImport>> UploadAsync(this TestPortal portal, Guid user, ImportKind kind, string content) =>
        await portal.SendAs(user, new UploadImportCommand(kind, "file.csv", Text(content)));

    public static async Task<Result<ImportPreview>> PreviewAsync(this TestPortal portal, Guid user, Guid upload, ColumnMapping? mapping = null, ImportChoices? choices = null) =>
        await portal.SendAs(user, new PreviewImportQuery(upload, mapping, choices ?? new ImportChoices()));

    public static async Task<Result<CommittedImport>> CommitAsync(this TestPortal portal, Guid user, Guid upload, ColumnMapping? mapping = null, ImportChoices? choices = null) =>
        await portal.SendAs(user, new CommitImportCommand(upload, mapping, choices ?? new ImportChoices()));

    public static Role Keeper(ImportKind kind) => kind is ImportKind.Roster or ImportKind.Completions ? Role.HumanResources : Role.GovernanceOfficer;
}
