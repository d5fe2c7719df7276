using System.ComponentModel;
using System.Text.Json;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Knowledge.CheckPage;
using GovernancePortal.Web.Features.Knowledge.GetReadablePages;
using GovernancePortal.Web.Features.Knowledge.ReportWrongAnswer;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace GovernancePortal.Web.Features.Knowledge;

/// <summary>What an agent can ask of the portal before it reads a page, and tell afterwards. Each goes through the same pipeline as every other request.</summary>
[McpServerToolType]
internal sealed class McpTools(IMediator mediator, IOptions<JsonOptions> json)
{
    [McpServerTool(Name = "list_readable_pages", Title = "List readable pages", ReadOnly = true)]
    [Description("Lists the knowledge pages that agents may read now: verified in time, in the verified version, and owned. Ask for a part of the title or address; pages come 100 at a time.")]
    public async Task<CallToolResult> ListAsync([Description("A part of the title or address")] string? search = null, [Description("Counted from 1")] int page = 1, CancellationToken cancellationToken = default) =>
        Told(await mediator.Send(new GetReadablePagesQuery(search, new Paging(page, Paging.MaxSize)), cancellationToken), l => new { l.Total, l.Page, l.Pages, l.Items });

    [McpServerTool(Name = "check_url", Title = "Check one page", ReadOnly = true)]
    [Description("Says whether an agent may read the page at this address now, and why not. Ask before each use. A page that nobody registered may not be read.")]
    public async Task<CallToolResult> CheckAsync(string url, [Description("SHA-256 of the text you hold, to learn whether it is the verified version")] string? sha256 = null, CancellationToken cancellationToken = default) =>
        Told(await mediator.Send(new CheckPageQuery(url, sha256), cancellationToken), c => c);

    [McpServerTool(Name = "report_wrong_answer", Title = "Report a wrong answer", Destructive = false, Idempotent = true)]
    [Description("Says that what a page told was wrong. A person looks at it and decides; the page goes to the top of their list.")]
    public async Task<CallToolResult> ReportAsync(string url, [Description("What was wrong, in at most 1,000 characters")] string text, CancellationToken cancellationToken = default) =>
        await mediator.Send(new ReportWrongAnswerCommand(url, text), cancellationToken) is { Error: { } refusal } ? Refused(refusal) : Told(new { Reported = true });

    private CallToolResult Told<T>(Result<T> result, Func<T, object> shape) => result.IsSuccess ? Told(shape(result.Value)) : Refused(result.Error!);

    private CallToolResult Told(object content)
    {
        var told = JsonSerializer.SerializeToElement(content, json.Value.SerializerOptions);
        return new() { Content = [new TextContentBlock { Text = told.GetRawText() }], StructuredContent = told, IsError = false };
    }

    // A refusal is something the agent should read, not a fault of the protocol.
    private static CallToolResult Refused(Error error) => new() { Content = [new TextContentBlock { Text = $"{error.Message} ({error.Code})" }], IsError = true };
}
