using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Imports.NewImport;

/// <summary>One import from the file to the commit. The file that is being looked at is in the address, so a reload goes on with it.</summary>
public sealed partial class NewImportPage
{
    private ImportChoices _choices = new();
    private ColumnMapping? _mapping;
    private ImportPreview? _preview;
    private CommittedImport? _done;
    private Error? _error;
    private Guid? _shown;
    private bool _busy;

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromQuery]
    private Guid? Upload { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private ImportKindInfo? Kind => ImportKinds.BySlug(Slug);

    private bool CanCommit => !_busy && _preview?.Report is { } report && report.Counts.Accepted + report.Unchanged > 0 && (report.Errors.Rows == 0 || _choices.LeaveOutWrong);

    private string FileSize => _preview!.Bytes < 1024 * 1024 ? $"{Math.Max(1, _preview.Bytes / 1024)} KB" : $"{_preview.Bytes / (1024 * 1024)} MB";

    private string CommitWords =>
        _preview?.Report is { } report && report.Counts.Accepted > 0 ? $"Import {Count(report.Counts.Accepted)} {(report.Counts.Accepted == 1 ? "row" : Kind!.Rows)}" : "Record this import";

    private string Finding =>
        _busy ? "Checking every row…"
        : _done is { } done ? Done(done)
        : Upload is null ? "Choose a file. Every row is checked before anything is written."
        : _preview is null ? "The file could not be read."
        : _preview.Report is not { } report ? "Choose the columns first: " + string.Join(", ", _preview.Table!.Missing) + "."
        : report.Errors.Rows > 0 ? $"Nothing was written: {Wrong(report)}."
        : report.Counts.Accepted + report.Unchanged == 0 ? "Nothing in this file would be written; the notes below say why."
        : report.Counts.Accepted == 0 ? $"Nothing would change: the portal holds {(report.Rows == 1 ? "this row" : $"all {Count(report.Rows)} rows")} already."
        : $"{Say.Of(report.Rows, "row is", "rows are")} right: {Count(report.New)} new, {Count(report.Changed)} changed, {Count(report.Unchanged)} unchanged.";

    internal static string Wrong(ImportReport report) => $"{Count(report.Errors.Rows)} of {Say.Of(report.Rows, "row", "rows")} {(report.Errors.Rows == 1 ? "is" : "are")} wrong";

    internal static string Count(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    protected override async Task OnParametersSetAsync()
    {
        if (Upload == _shown) return;
        (_shown, _preview, _done, _mapping, _error) = (Upload, null, null, null, null);
        _choices = new ImportChoices();
        if (Upload is not null) await PreviewAsync();
    }

    private void Uploaded(Guid upload) => Navigation.NavigateTo($"imports/new/{Slug}?upload={upload}");

    private async Task RemapAsync(ColumnMapping mapping)
    {
        _mapping = mapping;
        await PreviewAsync();
    }

    private async Task ChooseAsync(ImportChoices choices)
    {
        _choices = choices;
        await PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        if (_busy) return;
        _busy = true;
        StateHasChanged();
        var result = await Mediator.Send(new PreviewImportQuery(Upload!.Value, _mapping, _choices), Closing);
        if (result.IsSuccess) _preview = result.Value;
        (_error, _busy) = (result.Error, false);
    }

    private async Task CommitAsync()
    {
        if (!CanCommit) return;
        _busy = true;
        StateHasChanged();
        var result = await Mediator.Send(new CommitImportCommand(Upload!.Value, _mapping, _choices), Closing);
        if (result.IsSuccess) _done = result.Value;
        (_error, _busy) = (result.Error, false);
    }

    private static string Done(CommittedImport done)
    {
        var (accepted, unchanged, rejected) = done.Counts;
        var text = $"Imported: {Count(accepted)} rows written, {Count(unchanged)} unchanged, {Count(rejected)} left out";
        return done.Left > 0 ? $"{text}. {Count(done.Left)} people have left." : text + ".";
    }
}
