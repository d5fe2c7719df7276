using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GovernancePortal.Web.Features.Imports.NewImport;

/// <summary>Takes a file by dropping or choosing. The browser sends it by plain HTTP and tells the page what came of it.</summary>
public sealed partial class UploadZone : IAsyncDisposable
{
    private const string Idle = "It is checked before anything is written.";

    private ElementReference _zone;
    private ElementReference _input;
    private DotNetObjectReference<UploadZone>? _self;
    private IJSObjectReference? _module;
    private string _state = Idle;
    private string _name = "";
    private Error? _error;

    [Parameter, EditorRequired]
    public string Slug { get; set; } = "";

    [Parameter]
    public EventCallback<Guid> OnUploaded { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [JSInvokable]
    public Task Started(string name) =>
        InvokeAsync(() =>
        {
            (_name, _state, _error) = (name, $"Sending {name}…", null);
            StateHasChanged();
        });

    [JSInvokable]
    public Task Progressed(int percent) =>
        InvokeAsync(() =>
        {
            _state = $"Sending {_name}: {percent}%";
            StateHasChanged();
        });

    [JSInvokable]
    public Task Finished(Guid? upload, string? refusal) =>
        InvokeAsync(async () =>
        {
            _state = Idle;
            if (upload is null) _error = new Error("import.upload", refusal ?? "The file did not arrive. Nothing was written; drop it again.");
            StateHasChanged();
            if (upload is { } id) await OnUploaded.InvokeAsync(id);
        });

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./imports.js");
        await _module.InvokeVoidAsync("connect", _zone, _input, _self, Slug);
    }
}
