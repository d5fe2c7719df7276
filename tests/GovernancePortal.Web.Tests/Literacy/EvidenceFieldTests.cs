using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Features.Literacy.Evidence;
using GovernancePortal.Web.Features.Literacy.KeepEvidence;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class EvidenceFieldTests : BunitContext
{
    private static readonly EvidenceRef Kept = new("9f2c41d0" + new string('0', 52) + "7be8", "attendance-23-nov.pdf", "application/pdf", 219_136);

    private readonly Answers _mediator = new();

    public EvidenceFieldTests() => Services.AddSingleton<IMediator>(_mediator);

    [Fact]
    public void A_kept_file_is_shown_with_its_size_and_short_hash_and_can_be_removed()
    {
        _mediator.Answer = Kept;
        EvidenceRef? value = null;
        var field = Render<EvidenceField>(p => p.Add(f => f.Id, "evidence").Bind(f => f.Value, value, v => value = v));

        field.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("x", "attendance-23-nov.pdf"));
        field.WaitForAssertion(() => value.ShouldBe(Kept));
        field.Render(p => p.Add(f => f.Value, value));

        field.Markup.ShouldContain("attendance-23-nov.pdf, 214 KB");
        field.Markup.ShouldContain("sha-256 9f2c 41d0 … 7be8");
        field.Find(".file-button").TextContent.ShouldContain("Replace file");
        field.Find("button").Click();
        value.ShouldBeNull();
    }

    [Fact]
    public void A_refused_file_is_told_at_its_place_and_the_earlier_one_stays()
    {
        _mediator.Answer = new Error("evidence.type", "This is a program.", ErrorKind.Invalid);
        var changed = false;
        var field = Render<EvidenceField>(p => p.Add(f => f.Id, "evidence").Bind(f => f.Value, Kept, _ => changed = true));

        field.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("MZ", "a.exe"));

        field.WaitForAssertion(() => field.Find("#evidence-state").TextContent.ShouldBe("This is a program."));
        field.Find("#evidence").GetAttribute("aria-describedby").ShouldBe("evidence-state");
        field.Find(".field").ClassList.ShouldContain("bad");
        changed.ShouldBeFalse();
        field.Markup.ShouldContain("attendance-23-nov.pdf");
    }

    private sealed class Answers : FakeMediator
    {
        public Result<EvidenceRef> Answer { get; set; } = Kept;

        public override Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            request.ShouldBeOfType<KeepEvidenceCommand>();
            return Task.FromResult((TResponse)(object)Answer);
        }
    }
}
